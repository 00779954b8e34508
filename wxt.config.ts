import { defineConfig } from 'wxt';
import { manifest } from './lib/model/manifest';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  publicDir: 'components/public',
  manifest: ({ browser }) => manifest({ browser, hostsGranted: false }),
  vite: () => ({ esbuild: { jsx: 'automatic', jsxImportSource: 'preact' } }),
});
