import { defineConfig } from 'drizzle-kit';

// npx drizzle-kit generate --config relay/db/drizzle.config.ts --name what-changed
// biome-ignore lint/style/noDefaultExport: drizzle-kit reads the default export
export default defineConfig({
  dialect: 'postgresql',
  schema: './relay/**/tables.ts',
  out: './relay/db/migrations',
});
