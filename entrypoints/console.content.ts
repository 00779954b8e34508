import { defineContentScript } from 'wxt/utils/define-content-script';
import { requiredHosts } from '../lib/model/manifest';

export default defineContentScript({ matches: requiredHosts, runAt: 'document_start', main() {} });
