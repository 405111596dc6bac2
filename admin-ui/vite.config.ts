import { defineConfig, mergeConfig } from 'vite';
import { uiConfig } from '../ui-common/src/build/ui-config.ts';
import { TOKENS } from './src/theme/tokens.ts';

export default defineConfig(
  mergeConfig(uiConfig(import.meta.url, TOKENS, ['/api', '/docs', '/media', '/queues']), { base: '/admin/' }),
);
