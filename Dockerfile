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
    STEADY_DATABASE_URL=sqlite:////data/steady.db
ENTRYPOINT ["steady"]
CMD ["run"]
