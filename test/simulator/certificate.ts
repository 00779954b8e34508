import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  type JsonGeneralName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;

/** A throwaway authority that makes a certificate for any host name it is asked for. */
export interface Authority {
  /** PEM of the authority, for NODE_EXTRA_CA_CERTS, AWS_CA_BUNDLE and Firefox. */
  readonly pem: string;
  /** Base64 SHA-256 of the one public key that every host shares, for `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** What answers those who name no host: a certificate for 127.0.0.1 and localhost. */
  readonly loopback: { readonly key: string; readonly cert: string };
  contextFor(host: string): Promise<SecureContext>;
}

export async function createAuthority(): Promise<Authority> {
  const authorityKeys = await newKeys();
  const hostKeys = await newKeys();
  const now = Date.now();
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Burgee simulator authority',
    keys: authorityKeys,
    signingAlgorithm: algorithm,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + 30 * DAY_MS),
    extensions: [
      new BasicConstraintsExtension(true, 1, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const key = toPem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', hostKeys.privateKey));
  const publicKey = await crypto.subtle.exportKey('spki', hostKeys.publicKey);
  const contexts = new Map<string, Promise<SecureContext>>();
  let serial = 1;

  async function issue(...names: JsonGeneralName[]): Promise<{ key: string; cert: string }> {
    serial += 1;
    const leaf: X509Certificate = await X509CertificateGenerator.create({
      serialNumber: serial.toString(16).padStart(16, '0'),
      subject: 'CN=Burgee simulator',
      issuer: authority.subject,
      publicKey: hostKeys.publicKey,
      signingKey: authorityKeys.privateKey,
      signingAlgorithm: algorithm,
      notBefore: new Date(now - DAY_MS),
      notAfter: new Date(now + 30 * DAY_MS),
      extensions: [
        new SubjectAlternativeNameExtension(names),
        await AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
      ],
    });
    return { key, cert: `${leaf.toString('pem')}\n${authority.toString('pem')}` };
  }

  return {
    pem: authority.toString('pem'),
    spki: createHash('sha256').update(Buffer.from(publicKey)).digest('base64'),
    loopback: await issue({ type: 'dns', value: 'localhost' }, { type: 'ip', value: '127.0.0.1' }),
    contextFor(host) {
      const known = contexts.get(host) ?? issue({ type: 'dns', value: host }).then(createSecureContext);
      contexts.set(host, known);
      return known;
    },
  };
}

function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}

function toPem(label: string, der: ArrayBuffer): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/(.{64})/g, '$1\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}
