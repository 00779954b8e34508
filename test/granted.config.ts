import { defineConfig } from 'wxt';
import { manifest } from '../lib/model/manifest';
import product from '../wxt.config';

/** The product with its optional hosts granted at install, since no automated browser can press the prompt. */
export default defineConfig({
  ...product,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}-test',
  manifest: ({ browser }) => manifest({ browser, hostsGranted: true }),
});
