# The digest is that of the index of all platforms; Renovate proposes the newer one.
FROM --platform=$BUILDPLATFORM node:24-bookworm-slim@sha256:235600a8101ab264e117b1768e925532262668dc9b581ef1dd7d96ced463b8e7 AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

# Without the embedded Postgres (optional) and everything for development. What is left is JavaScript for every platform.
FROM --platform=$BUILDPLATFORM node:24-bookworm-slim@sha256:235600a8101ab264e117b1768e925532262668dc9b581ef1dd7d96ced463b8e7 AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim@sha256:235600a8101ab264e117b1768e925532262668dc9b581ef1dd7d96ced463b8e7
LABEL org.opencontainers.image.title="Greenroom" \
  org.opencontainers.image.description="A Slack app for teams that connect Zoom to StackOne" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.source="https://github.com/greenroom-app/greenroom" \
  org.opencontainers.image.documentation="https://github.com/greenroom-app/greenroom/blob/main/docs/operations.md" \
  org.opencontainers.image.version="0.2.0"
# pg_dump and pg_restore for `greenroom backup` and `restore`. They must be at least as new as the server, so from PostgreSQL's own packages:
# Debian's are of version 15. About 70 MB on disk, most of it Perl, which the package requires.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates postgresql-common \
  && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
  && apt-get install -y --no-install-recommends postgresql-client-18 \
  && rm -rf /var/lib/apt/lists/*
# The programs themselves, not Debian's wrapper of them, which looks for a server on this machine.
ENV PATH=/usr/lib/postgresql/18/bin:$PATH
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
# dist reads its version, its migrations and Slack's schema one folder above itself.
COPY package.json LICENSE ./
COPY migrations ./migrations
COPY vendor ./vendor
COPY --from=build /build/dist ./dist

# The user `node`, by number: Kubernetes' runAsNonRoot cannot judge a name.
USER 1000
EXPOSE 3000
STOPSIGNAL SIGTERM
# Healthy means that it answers people: `docker compose up --wait` waits for that. Docker restarts nothing for it.
HEALTHCHECK --interval=5s --timeout=3s --retries=3 --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/servez').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
# `docker run greenroom doctor` runs another command.
ENTRYPOINT ["node", "--enable-source-maps", "dist/main.js"]
CMD ["start"]
