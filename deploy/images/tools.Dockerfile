# undertone/tools: the command line, for what is done to running services: migrate, check, publish, enroll, watch, sql.
# From the root, after `mvn package`:
#   docker build -f deploy/images/tools.Dockerfile -t undertone/tools:0.1.0-SNAPSHOT .
ARG JRE=eclipse-temurin:17-jre-noble
FROM ${JRE}
ARG UNDERTONE_VERSION=0.1.0-SNAPSHOT
# What changes least comes first.
COPY local/target/lib/ /opt/undertone/lib/
# The lake on S3.
ARG ICEBERG_VERSION=1.11.0
COPY deploy/images/target/lake-s3/iceberg-aws-bundle-${ICEBERG_VERSION}.jar /opt/undertone/s3/
# Audio on S3, for erase and reanalyse; config.yaml with Flink's s3.* goes into FLINK_CONF_DIR.
COPY deploy/images/target/plugins/ /opt/undertone/plugins/
COPY models/.cache/*.whl /opt/undertone/models/.cache/
COPY models/cards/ /opt/undertone/models/cards/
COPY models/weights/ /opt/undertone/models/weights/
COPY local/target/undertone-local-${UNDERTONE_VERSION}.jar /opt/undertone/undertone.jar
ENV ORT_DISABLE_TELEMETRY=1 \
  FLINK_PLUGINS_DIR=/opt/undertone/plugins
# Any but root will do. The commands write to /tmp only.
USER 10001:10001
WORKDIR /tmp
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-Dundertone.root=/opt/undertone", "-Dundertone.log=/tmp/undertone.log", "-cp", "/opt/undertone/undertone.jar:/opt/undertone/s3/*", "io.undertone.local.Undertone"]
CMD ["--help"]
