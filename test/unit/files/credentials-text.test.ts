import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CredentialForm, credentialForms } from '../../../lib/model/credential-form';
import type { AccountId } from '../../../lib/model/account';
import { credentialsText, quotedForPowerShell, quotedForSh, setInCmd } from '../../../lib/model/credentials-text';

const role = { accountId: '111111111111' as AccountId, roleName: 'Admin' };
const nasty = [
  `it's "quoted" and \`ticked\``,
  '$(rm -rf ~) ${HOME} $HOME',
  'line one\nline two\n',
  String.raw`back\slash \n \' end\\`,
  '%PATH% !x! ^caret & | < > (a)',
  '‘curly’ ‚low‛ “double”',
  "'",
  "''",
  '# ; = ',
  '-n',
];
const plain = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCY=';

function text(form: CredentialForm, secretAccessKey: string, sessionToken = plain): string {
  const credentials = { accessKeyId: 'ASIAEXAMPLEEXAMPLE00', secretAccessKey, sessionToken };
  return credentialsText(form, credentials, role) ?? 'refused';
}

/** What the variables hold in a real shell after the text was run in it. */
function inSh(script: string): string[] {
  const print = String.raw`printf '%s\0' "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" "$AWS_SESSION_TOKEN"`;
  return execFileSync('sh', ['-c', `${script}\n${print}`], { env: {} })
    .toString()
    .split('\0')
    .slice(0, 3);
}

describe('credentials for sh', () => {
  test.each(nasty)('keep %j as it is in a real shell', (secret) => {
    expect(inSh(text('sh', secret, secret))).toEqual(['ASIAEXAMPLEEXAMPLE00', secret, secret]);
  });

  test('keep whatever text there is', () => {
    const some = fc.array(fc.string({ unit: fc.constantFrom(...`ab'"\`$\\\n!#&;()% *?~€`), maxLength: 12 }), {
      minLength: 40,
      maxLength: 40,
    });
    fc.assert(
      fc.property(some, (values) => {
        const script = values.map((value) => `printf '%s\\0' ${quotedForSh(value)}`).join('\n');
        expect(execFileSync('sh', ['-c', script]).toString().split('\0').slice(0, -1)).toEqual(values);
      }),
      { seed: 6, numRuns: 25 },
    );
  });
});

describe('credentials for an env file', () => {
  test.each(nasty)('keep %j as it is where a shell reads the file', (secret) => {
    expect(inSh(`set -a\n${text('env-file', secret, secret)}`)).toEqual(['ASIAEXAMPLEEXAMPLE00', secret, secret]);
  });

  test('stand bare where they are as plain as AWS’s own', () => {
    expect(text('env-file', plain)).toBe(
      `AWS_ACCESS_KEY_ID=ASIAEXAMPLEEXAMPLE00\nAWS_SECRET_ACCESS_KEY=${plain}\nAWS_SESSION_TOKEN=${plain}\n`,
    );
  });
});

describe('credentials for PowerShell', () => {
  /** about_Quoting_Rules: verbatim up to a single quote of any sort; two of them are one. */
  function read(quoted: string): string | undefined {
    const quote = /['‘’‚‛]/;
    let value = '';
    for (let at = 1; at < quoted.length; at += 1) {
      const sign = quoted[at] ?? '';
      if (!quote.test(sign)) value += sign;
      else if (at === quoted.length - 1) return value;
      else if (quote.test(quoted[at + 1] ?? '')) {
        value += sign;
        at += 1;
      } else return undefined;
    }
    return undefined;
  }

  test('keep every text by PowerShell’s own rule', () => {
    const any = fc.string({ unit: fc.constantFrom(...`ab'‘’‚‛"\`$\\\n(){};#`), maxLength: 20 });
    fc.assert(
      fc.property(any, (value) => {
        expect(read(quotedForPowerShell(value))).toBe(value);
      }),
      { seed: 6, numRuns: 1_000 },
    );
  });

  test('set one variable a line', () => {
    expect(text('powershell', "it's")).toBe(
      `$Env:AWS_ACCESS_KEY_ID = 'ASIAEXAMPLEEXAMPLE00'\n$Env:AWS_SECRET_ACCESS_KEY = 'it''s'\n$Env:AWS_SESSION_TOKEN = '${plain}'\n`,
    );
  });
});

describe('credentials for cmd', () => {
  /** cmd.exe at a prompt: first `%name%` of variables that there are, then carets, quotes and the end of the command. */
  function read(line: string): string | undefined {
    const quoted = /^set "X=(.*)"$/.exec(line)?.[1];
    if (quoted !== undefined) return /["%^&|<>\n]/.test(quoted) ? undefined : quoted;
    for (const [, name = ''] of line.matchAll(/%([^%]*)%/g)) if (!name.includes('^')) return undefined;
    let value = '';
    for (let at = 0; at < line.length; at += 1) {
      const sign = line[at] ?? '';
      if (sign === '^') {
        at += line[at + 1] === '\n' ? 2 : 1;
        value += line[at] ?? '';
      } else if (/["&|<>()\n]/.test(sign)) return undefined;
      else value += sign;
    }
    return value.replace(/^set X=/, '');
  }

  test('keep every text by cmd’s own rules', () => {
    const any = fc.string({ unit: fc.constantFrom(...`ab%^&|<>()"!'$\`\\ \n=`), maxLength: 20 });
    fc.assert(
      fc.property(any, (value) => {
        expect(read(setInCmd('X', value) ?? '')).toBe(value);
      }),
      { seed: 6, numRuns: 2_000, examples: [['%PATH%'], ['%%'], ['a\nb'], ['"%a%"'], ['^']] },
    );
  });

  test('stand in quotes where they are as plain as AWS’s own', () => {
    expect(text('cmd', plain)).toContain(`set "AWS_SECRET_ACCESS_KEY=${plain}"\n`);
  });

  test('are refused where they hold what cmd cannot', () => {
    expect(text('cmd', 'a\rb')).toBe('refused');
  });
});

describe('credentials for the credentials file', () => {
  test('are one profile, named by account and role', () => {
    expect(text('credentials-file', `${plain}'"$`)).toBe(`[111111111111_Admin]
aws_access_key_id = ASIAEXAMPLEEXAMPLE00
aws_secret_access_key = ${plain}'"$
aws_session_token = ${plain}
`);
  });

  test.each(['a\nb', 'a b', '', 'a\n[default]\ncredential_process = evil'])(
    'are refused with %j, which no such file can hold',
    (secret) => {
      expect(text('credentials-file', secret)).toBe('refused');
    },
  );
});

test.each(credentialForms)('A value with NUL is refused for %s.', (form) => {
  expect(text(form, 'a\0b')).toBe('refused');
});
