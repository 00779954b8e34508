import { defineConfig } from 'wxt';
import product from '../../wxt.config';

/** The product once more, in a folder of its own: two builds that know nothing of each other. */
export default defineConfig({ ...product, outDir: process.env['BURGEE_OUT'] ?? '.output/again' });
