# Image of the API, the workers and the migrations. The command selects which of them a container runs.

FROM node:20-slim AS build
WORKDIR /store
COPY package.json package-lock.json ./
COPY admin-ui/package.json admin-ui/
COPY shop-ui/package.json shop-ui/
COPY ui-common/package.json ui-common/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /store
COPY --from=build /store/package.json ./
COPY --from=build /store/node_modules node_modules
COPY --from=build /store/dist dist
COPY --from=build /store/admin-ui/dist admin-ui/dist
COPY --from=build /store/shop-ui/dist shop-ui/dist
COPY --from=build /store/shop-ui/dist-server shop-ui/dist-server
# A new volume takes its owner from its mount point.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/bundle/main.js"]
