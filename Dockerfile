# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
#
# An image with tm and what it needs to draw and to compare:
#
#   docker build -t drawbridge .
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" drawbridge lint

ARG SWIFT=6.3
ARG DEBIAN=bookworm

FROM swift:${SWIFT}-${DEBIAN} AS build
ARG SOURCE_DATE_EPOCH=0
WORKDIR /src
COPY . .
RUN scripts/package --output /out

FROM debian:${DEBIAN}-slim
LABEL org.opencontainers.image.title="Drawbridge" \
      org.opencontainers.image.description="Threat models as text: lint, draw, derive threats" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.vendor="The Drawbridge authors"
COPY --from=build /out/*.deb /tmp/
RUN apt-get update \
 && apt-get install -y --no-install-recommends /tmp/drawbridge_*.deb \
      git libcairo2 librsvg2-2 '^libxlsxwriter[0-9]+$' \
 && rm -rf /tmp/drawbridge_*.deb /var/lib/apt/lists/* \
 && useradd --create-home --shell /usr/sbin/nologin tm
USER tm
WORKDIR /work
ENTRYPOINT ["tm"]
CMD ["--help"]
