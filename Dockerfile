# Everything of this repository in one image: chain, relay, page. PostgreSQL and graph-node stand beside it (docker-compose.yml).
FROM node:24-bookworm-slim

WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts/bootstrap.mjs scripts/
RUN npm ci --no-audit --no-fund

COPY . .
# What the first start would do otherwise: contracts, mappings of the subgraph, page.
RUN npx hardhat build --no-tests \
    && node --eval "import('./subgraph/tools/compile.ts').then(({ compileSubgraph }) => compileSubgraph())" \
    && node scripts/stack/web/build-page.ts

RUN mkdir -p /data && chown -R node:node /data /app/artifacts /app/cache /app/web
USER node
VOLUME /data
EXPOSE 3000 8545
CMD ["node", "scripts/start.ts", "--data", "/data"]
