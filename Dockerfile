# Steady in a container: the locked packages, one unprivileged person, one folder for data. `make image-check` tries it.
FROM python:3.11-slim AS build
WORKDIR /src
COPY . .
# What is compiled here need not be compiled, nor written, where it runs; what only builds stays behind.
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --require-hashes -r locks/run.txt \
    && /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
    && /venv/bin/pip uninstall --yes -r locks/build.in setuptools pip

FROM python:3.11-slim
LABEL org.opencontainers.image.title="Steady" \
    org.opencontainers.image.description="A companion for living with chronic pain, on Telegram and Discord" \
    org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --uid 1000 steady && mkdir /data && chown steady /data
COPY --from=build /venv /venv
USER 1000
WORKDIR /data
VOLUME /data
# SQLite writes a file anew beside itself, as /tmp may be small and in memory.
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    SQLITE_TMPDIR=/data \
    STEADY_DATABASE_URL=sqlite:////data/steady.db \
    STEADY_HEALTH_LISTEN=127.0.0.1:8081
# No proxy is asked, as urllib's default would. Rarely enough that a restart each time stays within Discord's limit.
HEALTHCHECK --interval=60s --timeout=5s --start-period=60s --retries=3 CMD ["python", "-c", "\
import os, urllib.request as ask; \
ask.build_opener(ask.ProxyHandler({})).open('http://' + os.environ['STEADY_HEALTH_LISTEN'] + '/readyz', timeout=4)"]
ENTRYPOINT ["steady"]
CMD ["run"]
