/** Where temporary credentials are to be pasted. */
export const credentialForms = ['sh', 'powershell', 'cmd', 'env-file', 'credentials-file'] as const;
export type CredentialForm = (typeof credentialForms)[number];
