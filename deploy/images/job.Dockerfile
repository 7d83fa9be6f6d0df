# undertone/job: any of the three legs, by --leg. From the root, after `mvn package`:
#   docker build -f deploy/images/job.Dockerfile -t undertone/job:0.1.0-SNAPSHOT .
# With models on a GPU, after `mvn -Pgpu package`:
#   docker build -f deploy/images/job.Dockerfile --target gpu -t undertone/job:0.1.0-SNAPSHOT-gpu .
ARG FLINK_VERSION=2.2.1
ARG CUDA=nvidia/cuda:12.6.3-cudnn-runtime-ubuntu24.04

FROM ${CUDA} AS cuda

FROM flink:${FLINK_VERSION}-java17 AS job
ARG FLINK_VERSION
# The official image has these in opt, for its entry point to link: that needs a file system that can be written to.
RUN mkdir plugins/flink-s3-fs-hadoop \
  && ln -s /opt/flink/opt/flink-s3-fs-hadoop-${FLINK_VERSION}.jar plugins/flink-s3-fs-hadoop/
# What changes least comes first. Iceberg's client of S3 is no part of the jar, which each restart loads anew.
ARG ICEBERG_VERSION=1.11.0
COPY deploy/images/target/lake-s3/iceberg-aws-bundle-${ICEBERG_VERSION}.jar /opt/flink/lib/
COPY models/.cache/*.whl /opt/undertone/models/.cache/
COPY models/cards/ /opt/undertone/models/cards/
COPY models/weights/ /opt/undertone/models/weights/
COPY deploy/images/target/undertone.jar /opt/flink/usrlib/undertone.jar
ENV UNDERTONE_MODELS__DIRECTORY=/opt/undertone/models \
  UNDERTONE_MODELS__CACHE=/opt/undertone/models/.cache \
  ORT_DISABLE_TELEMETRY=1
# flink of the official image, by number: Kubernetes proves by it that nobody here is root.
USER 9999:9999

FROM job AS gpu
ARG ONNXRUNTIME_VERSION=1.28.0
# ONNX Runtime's CUDA provider links cuBLAS, cuFFT, cuRAND and the runtime of CUDA 12, and cuDNN 9.
COPY --from=cuda /usr/local/cuda/lib64/ /usr/local/cuda/lib64/
COPY --from=cuda /usr/lib/x86_64-linux-gnu/libcudnn*.so.9* /usr/local/cuda/lib64/
COPY deploy/images/target/onnxruntime/onnxruntime_gpu-${ONNXRUNTIME_VERSION}.jar /opt/flink/lib/
ENV LD_LIBRARY_PATH=/usr/local/cuda/lib64 \
  NVIDIA_VISIBLE_DEVICES=all \
  NVIDIA_DRIVER_CAPABILITIES=compute,utility \
  UNDERTONE_MODELS__GPU=true

FROM job AS cpu
ARG ONNXRUNTIME_VERSION=1.28.0
COPY deploy/images/target/onnxruntime/onnxruntime-${ONNXRUNTIME_VERSION}.jar /opt/flink/lib/
