import { env } from 'node:process';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const SERVER = `http://127.0.0.1:${env['PORT'] ?? '3000'}`;

export default defineConfig({
  base: '/admin/',
  plugins: [vue()],
  server: {
    proxy: { '/api': SERVER, '/docs': SERVER, '/media': SERVER },
  },
});
