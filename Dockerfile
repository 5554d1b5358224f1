# Steady in a container: the locked packages, one unprivileged person, one folder for data.
FROM python:3.11-slim AS build
WORKDIR /src
COPY . .
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --require-hashes -r locks/run.txt \
    && /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --create-home --uid 1000 steady && mkdir /data && chown steady /data
COPY --from=build /venv /venv
USER steady
WORKDIR /data
VOLUME /data
ENV PATH=/venv/bin:$PATH \
    STEADY_DATABASE_URL=sqlite:////data/steady.db \
    STEADY_HEALTH_LISTEN=127.0.0.1:8081
# No proxy is asked, as urllib's default would. Rarely enough that a restart each time stays within Discord's limit.
HEALTHCHECK --interval=60s --timeout=5s --start-period=60s --retries=3 CMD ["python", "-c", "\
import os, urllib.request as ask; \
ask.build_opener(ask.ProxyHandler({})).open('http://' + os.environ['STEADY_HEALTH_LISTEN'] + '/readyz', timeout=4)"]
ENTRYPOINT ["steady"]
CMD ["run"]
