// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { controlAt, dangerOf, saysOf } from '../../../lib/console/danger';
import { confirmedBy } from '../../../lib/console/typed-confirmation';
import { danger, pathOf, within } from './page';

/** A box as Cloudscape draws it; `#x` is its input, `#y` what a person points at. */
function cloudscape(label: string, isOn: boolean, description = ''): string {
  return `<span class="awsui_root_1"><span class="awsui_label-wrapper_1"><span class="awsui_control_1"><span
    class="awsui_toggle-handle_1"></span><input type="checkbox" id="x" aria-labelledby="x-label" ${
      description && 'aria-describedby="x-description"'
    } ${isOn ? 'checked' : ''}><span class="awsui_outline_1"></span></span><span class="awsui_content_1"><span
    id="x-label"><b id="y">${label}</b></span>${
      description && `<span id="x-description">${description}</span>`
    }</span></span></span>`;
}

const protections = [
  'Enable deletion protection',
  'Deletion protection',
  'Turn on delete protection',
  'Termination protection',
  'Stop protection',
  'Enable scale-in protection',
  'Use termination protection',
  'Block all public access',
  'Block public access to buckets and objects granted through new access control lists (ACLs)',
  'Block public access to buckets and objects granted through any access control lists (ACLs)',
  'Block public access to buckets and objects granted through new public bucket or access point policies',
  'Block public and cross-account access to buckets and objects through any public bucket or access point policies',
  'Löschschutz aktivieren',
  'Beendigungsschutz aktivieren',
  'Gesamten öffentlichen Zugriff blockieren',
  'Activer la protection contre la suppression',
  'Protection contre la résiliation',
  'Bloquer tous les accès publics',
  'Habilitar la protección contra la eliminación',
  'Protección contra la terminación',
  'Bloquear todo el acceso público',
  'Habilitar a proteção contra exclusão',
  'Proteção contra encerramento',
  'Bloquear todo o acesso público',
  'Abilita la protezione da eliminazione',
  'Protezione da cessazione',
  'Blocca tutti gli accessi pubblici',
  '削除保護を有効にする',
  '終了保護',
  'パブリックアクセスをすべてブロック',
  '삭제 방지 활성화',
  '종료 방지',
  '모든 퍼블릭 액세스 차단',
  '启用删除保护',
  '终止保护',
  '阻止所有公开访问',
  '啟用刪除保護',
  '終止保護',
  '封鎖所有公開存取權',
  'Aktifkan perlindungan penghapusan',
  'Blokir semua akses publik',
  'Silme korumasını etkinleştir',
  'Sonlandırma koruması',
  'Tüm genel erişimi engelle',
];

describe('a box or switch that names a protection', () => {
  test.each(protections)('is asked about when it is switched off, never when it is switched on: %s', (label) => {
    expect(danger(cloudscape(label, true))).toBe('sure');
    expect(danger(cloudscape(label, false))).toBe('none');
    for (const role of ['switch', 'checkbox', 'menuitemcheckbox']) {
      expect(danger(`<div id=x role=${role} aria-checked=true>${label}</div>`)).toBe('sure');
      expect(danger(`<div id=x role=${role} aria-checked=false>${label}</div>`)).toBe('none');
    }
  });

  test('is judged by what it was before the click that flipped it', () => {
    const box = within(cloudscape('Deletion protection', false));
    expect(dangerOf(box, box)).toBe('sure');
    expect(dangerOf(within(cloudscape('Deletion protection', true)), box)).toBe('sure');
    (box as HTMLInputElement).checked = true;
    expect(dangerOf(box, box)).toBe('none');
  });

  test('is only warned of where nothing says whether it is on', () => {
    expect(danger('<div id=x role=switch>Deletion protection</div>')).toBe('likely');
  });

  test.each([
    '<fieldset><legend>Termination protection</legend><label><input id=x type=checkbox checked> Enable</label></fieldset>',
    '<div role=group aria-labelledby=f><b id=f>Stop protection</b><input id=x type=checkbox checked aria-label=Enable></div>',
    '<div role=dialog><h2>Change termination protection</h2><label><input id=x type=checkbox checked> Enable</label></div>',
    '<b id=f>Löschschutz</b><b id=o>Aktiviert</b><input id=x type=checkbox checked aria-labelledby="o f">',
    '<button id=x aria-pressed=true>Deletion protection</button>',
    '<label><input id=x type=checkbox> Disable deletion protection</label>',
  ])('is asked about by the name of its group, and by what it gives up: %s', (html) => {
    expect(danger(html)).toBe('sure');
  });

  test.each([
    cloudscape('Bucket Key', true),
    cloudscape('Enable Performance Insights', true),
    cloudscape('Publicly accessible', true),
    cloudscape('I acknowledge that turning off block all public access may make objects public', true),
    cloudscape('I acknowledge that turning off block all public access may make objects public', false),
    '<fieldset><legend>Object protection</legend><label><input id=x type=checkbox checked> Bucket Key</label></fieldset>',
    '<label><input id=x type=checkbox checked> Disable deletion protection</label>',
    `<div role=dialog aria-label=Preferences>${cloudscape('Deletion protection', true)}</div>`,
    `<input id=x type=checkbox checked aria-label="Select deletion-protection-test">`,
    '<button id=x aria-pressed=false>Deletion protection</button>',
    '<label><input id=x type=radio> Block all public access</label>',
  ])('is not seen in: %s', (html) => {
    expect(danger(html)).toBe('none');
  });

  test.each(['Enable versioning', 'Enable automated backups', 'Point-in-time recovery', 'Bot protection'])(
    'is warned of where nothing is lost at once: %s',
    (label) => {
      expect(danger(cloudscape(label, true))).toBe('likely');
      expect(danger(cloudscape(label, false))).toBe('none');
    },
  );

  test.each([
    cloudscape('Enable deletion protection', true, 'Nobody deletes it by mistake then.'),
    '<label for=x><b id=y>Deletion protection</b></label><input id=x type=checkbox checked>',
    '<label><b id=y>Deletion protection</b><input id=x type=checkbox checked></label>',
    '<div><div id=x role=switch aria-checked=true aria-label="Deletion protection"></div><i id=y></i></div>',
    '<p><i id=x role=checkbox aria-checked=true aria-labelledby=y></i><b id=y>Deletion protection</b></p>',
  ])('is found by what names it or is drawn for it: %s', (html) => {
    within(html);
    const pointedAt = document.querySelector<HTMLElement>('#y');
    const found = pointedAt ? controlAt(pathOf(pointedAt)) : undefined;
    expect(found?.id).toBe('x');
    expect(found && dangerOf(found)).toBe('sure');
    expect(found && saysOf(found)).toContain('eletion protection');
  });

  test.each([
    '<div><p id=y>The deletion protection keeps it.</p><label><input id=x type=checkbox checked> Deletion protection</label></div>',
    '<div>Deletion protection <a id=y href="#">Info</a><input id=x type=checkbox checked></div>',
  ])('is not found by what only stands beside it: %s', (html) => {
    within(html);
    const pointedAt = document.querySelector<HTMLElement>('#y');
    expect(pointedAt && controlAt(pathOf(pointedAt))?.id).not.toBe('x');
  });

  test('is not what Enter presses in a field beside it', () => {
    const field = within(`<div role=dialog><input id=x><b role=switch aria-checked=true>Deletion protection</b></div>`);
    expect(confirmedBy(pathOf(field), 'Enter')).toBeUndefined();
  });

  test('is not warned of by its label when it is switched on', () => {
    within(cloudscape('Enable deletion protection', false));
    const label = document.querySelector<HTMLElement>('#x-label');
    label?.setAttribute('style', 'cursor: pointer');
    const found = label ? controlAt(pathOf(label)) : undefined;
    expect(found && dangerOf(found)).toBe('none');
  });
});

describe('a box in a group that names a protection', () => {
  const group = (name: string, attributes: string, text = ''): string =>
    `<fieldset><legend>${name}</legend><label><input id=x type=checkbox checked ${attributes}> ${text}</label></fieldset>`;

  test.each([
    group('删除保护', '', '启用'),
    group('刪除保護', '', '啟用'),
    group('削除保護', '', '有効にする'),
    group('삭제 방지', '', '활성화합니다'),
    group('Termination protection', 'aria-label=Enable title="Keeps it"'),
  ])('is asked about where all that one of its labels says is that it is on: %s', (html) => {
    expect(danger(html)).toBe('sure');
  });

  test.each([
    group('删除保护', '', '启用详细监控的功能'),
    group('Termination protection', '', 'Detailed monitoring'),
    group('Any', 'title="Deletion protection" aria-label="I acknowledge that this turns off deletion protection"'),
    group('Any', 'title="Deletion protection" aria-label="Disable deletion protection"'),
  ])('is not seen where it says that it is something else: %s', (html) => {
    expect(danger(html)).toBe('none');
  });
});

describe('a choice that leaves a protection switched off', () => {
  const group = (name: string, choice: string): string =>
    `<fieldset><legend>${name}</legend><label><input type=radio> ?</label><label><input id=x type=radio> ${choice}</label></fieldset>`;

  test.each([
    group('Deletion protection', 'Disabled'),
    group('Termination protection', 'Deactivated'),
    group('Löschschutz', 'Deaktiviert'),
    group('Protection contre la suppression', 'Désactivée'),
    group('Protección contra la eliminación', 'Deshabilitar'),
    group('Proteção contra exclusão', 'Desabilitado'),
    group('Protezione da eliminazione', 'Disattivato'),
    group('削除保護', '無効'),
    group('삭제 방지', '비활성화'),
    group('删除保护', '禁用'),
    group('刪除保護', '停用'),
    group('Perlindungan penghapusan', 'Nonaktif'),
    group('Silme koruması', 'Devre dışı bırak'),
    group('Block public access', 'Off'),
    group('Stop protection', '<span>Off</span>').replace('id=x', 'id=x title="What it is now"'),
    group('Any', 'Disable deletion protection'),
    '<b id=l>Deletion protection</b><div role=radiogroup aria-labelledby=l><div id=x role=radio>Disable</div></div>',
    '<div role=dialog><h2>Edit termination protection</h2><label><input id=x type=radio> Deactivated</label></div>',
    '<label for=s>Stop protection</label><select id=s><option id=x>Disable</option></select>',
    '<form><input name=closest><fieldset><legend>Stop protection</legend><input id=x type=radio aria-label=Off></fieldset></form>',
    '<div role=listbox aria-label="Stop protection"><div id=x role=option>Disable</div></div>',
  ])('is asked about: %s', (html) => {
    expect(danger(html)).toBe('sure');
  });

  test.each([
    group('Deletion protection', 'Enabled'),
    group('Löschschutz', 'Aktiviert'),
    group('削除保護', '有効'),
    group('Performance Insights', 'Disabled'),
    group('Public IP', 'Disable'),
    group('Deletion protection', 'Notify me'),
  ])('is not seen in: %s', (html) => {
    expect(danger(html)).toBe('none');
  });

  test('is only warned of where nothing is lost at once', () => {
    expect(danger(group('Bucket Versioning', 'Suspend'))).toBe('likely');
  });
});

describe('a button that switches a protection', () => {
  test.each([
    '<button id=x>Disable deletion protection</button>',
    '<button id=x>Löschschutz deaktivieren</button>',
    '<button id=x>削除保護を無効化</button>',
    '<button id=x>삭제 방지 비활성화</button>',
    '<button id=x title="Deletion protection">Disable deletion protection</button>',
    '<button id=x>禁用删除保护</button>',
    '<div role=dialog><h2>Deactivate deletion protection?</h2><button id=x>Deactivate</button></div>',
    '<div role=dialog><h2>Turn off termination protection</h2><button id=x>Confirm</button></div>',
  ])('is asked about where it says that it switches it off: %s', (html) => {
    expect(danger(html)).toBe('sure');
  });

  test.each([
    '<button id=x>Enable deletion protection</button>',
    '<button id=x>Löschschutz aktivieren</button>',
    '<button id=x>削除保護を有効化</button>',
    '<button id=x>삭제 방지 활성화</button>',
    '<button id=x>启用删除保护</button>',
    '<div role=dialog><h2>Enable deletion protection?</h2><button id=x>Confirm</button></div>',
    '<div role=dialog><h2>Turn on termination protection</h2><button id=x>Turn on</button></div>',
    '<button id=x>Don’t disable deletion protection</button>',
  ])('is not seen where it switches it on: %s', (html) => {
    expect(danger(html)).toBe('none');
  });

  test('is asked about where it says beside that it destroys', () => {
    expect(danger('<button id=x title="Enable deletion protection">Delete cluster</button>')).toBe('sure');
  });

  test.each([
    '<button id=x>Delete clusters with deletion protection enabled</button>',
    '<button id=x>削除保護が有効な DB を削除</button>',
    '<button id=x>Change termination protection</button>',
    '<button id=x title="Enable deletion protection">Delete with deletion protection</button>',
  ])('is warned of where it says neither: %s', (html) => {
    expect(danger(html)).toBe('likely');
  });
});

describe('a button in a dialog of two names', () => {
  const dialog = (heading: string, button: string, body = ''): string =>
    `<div role=dialog aria-label=payments><h2>${heading}</h2><p>${body}</p>${button}</div>`;
  const confirm = '<button id=x>Confirm</button>';

  test.each([
    dialog('Delete bucket?', confirm),
    dialog('Schedule deletion of 1 key', '<button id=x>Schedule</button>'),
    dialog('Delete bucket?', '<button id=x title=payments>Confirm</button>'),
    dialog('Se eliminará el bucket', confirm),
  ])('is asked about where it confirms what one of them says: %s', (html) => {
    expect(danger(html)).toBe('sure');
  });

  test('is warned of where what is asked is about a protection, too, and where a deed is only told below', () => {
    const asked = 'Do you want to delete the instances that have no termination protection?';
    expect(danger(dialog(asked, confirm))).toBe('likely');
    expect(danger(dialog('Detalles', confirm, 'Con eso se eliminará el bucket.'))).toBe('likely');
  });

  test('is let be where it switches a protection on, whatever else is asked', () => {
    expect(danger(dialog('Enable deletion protection', confirm, 'Or may anybody delete the instance?'))).toBe('none');
  });

  test('is warned of where one of them calls off what is asked below', () => {
    expect(danger(dialog('Cancel deletion', confirm, 'Do you want to delete the instance?'))).toBe('likely');
    expect(danger(dialog('Details', confirm, 'Do you want to delete the instance?'))).toBe('sure');
  });
});
