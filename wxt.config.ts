import { defineConfig } from 'wxt';
import { manifest } from './lib/model/manifest';

/** `build:test` is the product with the optional host permissions granted at install; nothing else differs. */
const TEST_MODE = 'test';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  publicDir: 'components/public',
  manifest: ({ browser, mode }) => manifest({ browser, hostsGranted: mode === TEST_MODE }),
  vite: () => ({
    build: { sourcemap: false },
    oxc: { jsx: { importSource: 'preact' } },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  }),
});
