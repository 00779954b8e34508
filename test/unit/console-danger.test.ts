// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { dangerOf, saysOf } from '../../lib/console/danger';
import { confirmedBy } from '../../lib/console/typed-confirmation';

function control(
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): { textContent: string; getAttribute(name: string): string | null } {
  return { textContent: text, getAttribute: (name) => attributes[name] ?? null };
}

/** The element `#x` of a page with that body. */
function within(html: string): HTMLElement {
  document.body.innerHTML = html;
  const found = document.querySelector<HTMLElement>('#x');
  if (!found) throw new Error('no #x there');
  return found;
}

describe('a control that destroys or opens up', () => {
  test.each([
    'Delete',
    'Delete database',
    'Terminate (delete) instance',
    'Stop instance',
    'Detach volume',
    'Revoke',
    'Make public',
    'Empty bucket',
    'Datenbank löschen',
    'Instance beenden',
    'Eliminar',
    'Supprimer la base',
    'Excluir',
    'インスタンスを終了',
    '削除',
    '삭제',
    '删除存储桶',
    'Elimina',
    'Yes, delete it',
    'Force delete secret',
    'Confirm deletion',
    'Empty',
    'Release Elastic IP addresses',
    'Close account',
    'バケットを空にする',
    'Instanz beenden',
    'Hapus tabel',
    'Delete…',
    '× Delete',
    'Force-delete',
    'Force stop instance',
    'Abort',
    'Shut down',
    'Leave organization',
    'Delete '.repeat(40),
    'Delete arn:aws:elasticloadbalancing:eu-central-1:111111111111:loadbalancer/app/payments/0123456789abcdef',
    'Delete this stack and all the resources that belong to it',
    'Yes, delete this stack and all the resources that belong to it',
    'Diesen Stack und alle Ressourcen, die dazu gehören, wirklich löschen',
    '取消注册',
    '取消註冊 AMI',
    '등록 취소',
    '취소 처리',
    'Annuler l’enregistrement de l’AMI',
    "Annuler l'enregistrement de l'AMI",
    'Annulla registrazione',
    'Cancelar registro',
    'Batalkan pendaftaran',
    'Registrierung aufheben',
    'Cancel Spot request',
    '登録解除',
    'Elastic IP アドレスの解放',
    '释放弹性 IP 地址',
    '釋放',
    '탄력적 IP 주소 릴리스',
    'Elastic-IP-Adresse freigeben',
    'Liberar dirección IP',
    'Libérer l’adresse IP',
    'Rilascia indirizzo IP elastico',
    'Make AMI public',
    'Make snapshot public',
    'Make publicly accessible',
    'Turn off block public access',
    'Allow public access',
    'AMI öffentlich machen',
    'Rendre l’instantané public',
    '设为公有',
    '公開にする',
    '停止済みのインスタンスを削除',
  ])('is known by its word: %s', (text) => {
    expect(dangerOf(control(text))).toBe('sure');
  });

  test.each([
    { 'data-testid': 'terminate-instance' },
    { id: 'deleteBucketButton' },
    { 'data-analytics': 'rds:delete' },
    { 'data-action': 'make-public' },
    { id: 'release-address' },
    { id: 'releaseAddresses' },
    { 'data-testid': 'schedule-key-deletion' },
    { 'data-testid': 'close-account' },
    { 'data-testid': 'table-header-delete' },
    { 'data-testid': 'instance-info-terminate' },
    { 'data-id': 'terminate' },
  ])('is known by its id: %o', (attributes) => {
    expect(dangerOf(control('…', attributes))).toBe('sure');
  });

  test.each([
    'Remove',
    'Disable encryption',
    'Reboot',
    'Change termination protection',
    'Turn off delete protection',
    '削除保護を変更',
  ])('is warned of where it is not sure: %s', (text) => {
    expect(dangerOf(control(text))).toBe('likely');
  });

  test.each([
    'Start instance',
    'Cancel delete',
    'Don’t delete',
    'Undo delete',
    'Show delete markers',
    'Non-empty buckets',
    'Is empty',
    'Abbrechen und nicht löschen',
    'キャンセル',
    '取消删除',
    'Deleted items',
    'Show stopped instances',
    'Create',
    'Cancel',
    'Undelete all',
    'Stopwatch',
    'Publish',
    '취소',
    'Abbrechen',
    'delete-old-logs',
    'stop-dev-instances',
    'nightly_delete_job',
    'delete.log',
    'DELETE_COMPLETE',
    'DELETE_IN_PROGRESS since yesterday',
    'How to delete an S3 bucket',
    'Stop sharing feedback',
    'Stop auto-refresh',
    'Delete filter',
    'Release notes',
    'Drop files here',
    'MFA delete',
    '停止済み',
    '終了時刻',
    '已删除',
    '삭제됨',
    '종료 시간',
    'A long text about how one may go on to delete what was made before',
    '',
  ])('is not seen in: %s', (text) => {
    expect(dangerOf(control(text))).toBe('none');
  });

  test.each([
    'delete-modal-cancel',
    'delete-dialog-close',
    'delete-modal-header',
    'termination-protection-help',
    'filter-token-remove',
  ])('is not seen in the harmless parts of a dialog: %s', (id) => {
    expect(dangerOf(control('×', { 'data-testid': id }))).toBe('none');
  });

  test('is not seen in ids that only contain the letters', () => {
    expect(dangerOf(control('OK', { id: 'undeleted-items', 'data-testid': 'nonstop' }))).toBe('none');
  });

  test('is not seen in an id that is but the name of what is listed', () => {
    expect(dangerOf(control('delete-old-logs', { 'data-id': 'delete-old-logs' }))).toBe('none');
  });

  test('is not seen where the control does nothing', () => {
    expect(dangerOf(control('Delete', { 'aria-disabled': 'true' }))).toBe('none');
    expect(dangerOf(control('Delete', { 'aria-disabled': 'false' }))).toBe('sure');
  });

  test.each([
    '<li role=presentation data-testid="terminate-instance"><span id=x role=menuitem>Sonlandır</span></li>',
    '<li role=none data-testid="terminateInstance"><a id=x role=menuitem href="#">Sonlandır</a></li>',
    '<button id=x><img alt="Delete"></button>',
    '<button id=x><svg aria-label="Delete"></svg></button>',
    '<button id=x>🗑 <span title="Terminate"></span></button>',
    '<div role=dialog aria-labelledby=h><h2 id=h>Delete bucket invoices?</h2><button id=x>Confirm</button></div>',
    '<dialog open><h2>Delete bucket invoices?</h2><p>It is gone then.</p><button id=x>Yes, I am sure</button></dialog>',
    '<div role=alertdialog aria-label="インスタンスの終了"><button id=x>はい</button></div>',
    '<label><input id=x type=radio name=who value=all> Make public</label>',
    '<input id=x type=checkbox aria-label="Publicly accessible">',
    '<div id=x role=radio>Allow public access</div>',
  ])('is known by what stands in and around it: %s', (html) => {
    expect(dangerOf(within(html))).toBe('sure');
  });

  test.each([
    '<li data-testid="delete-list"><span id=x role=menuitem>Details</span></li>',
    '<button id=x><img alt="Delete"> Details</button>',
    '<div role=dialog aria-labelledby=h><h2 id=h>Delete bucket invoices?</h2><button id=x>Cancel</button></div>',
    '<div role=dialog aria-labelledby=h><h2 id=h>Delete bucket invoices?</h2><button id=x>Copy name</button></div>',
    '<div role=dialog aria-labelledby=h><h2 id=h>How to delete a bucket</h2><button id=x>OK</button></div>',
    '<div role=dialog aria-labelledby=h><h2 id=h>Create bucket</h2><button id=x>Confirm</button></div>',
    '<h2>Delete bucket invoices?</h2><button id=x>Confirm</button>',
    '<label><input id=x type=radio name=policy value=delete> Delete</label>',
    '<input id=x type=checkbox aria-label="Select delete old logs">',
    '<label><input id=x type=radio> Public hosted zone</label>',
  ])('is not seen in what stands in and around: %s', (html) => {
    expect(dangerOf(within(html))).toBe('none');
  });

  test('names what a picture shows', () => {
    expect(saysOf(within('<button id=x><img alt="Delete"></button>'))).toBe('Delete');
  });
});

describe('what a key presses elsewhere', () => {
  const list = '<ul id=x role=menu tabindex=0 aria-activedescendant=y><li id=y role=menuitem>Terminate</li></ul>';
  const button = '<button id=x aria-activedescendant=y>Actions</button><div id=y role=menuitem>Delete</div>';
  const field = '<div role=dialog><input id=x tabindex=0><button id=y>Delete</button></div>';
  const pointing = '<input id=x aria-activedescendant=y><div id=y role=option>Delete</div>';

  test.each([
    [list, 'Enter'],
    [list, ' '],
    [button, 'Enter'],
    [button, ' '],
    [field, 'Enter'],
    [pointing, 'Enter'],
  ])('is found from %s by "%s"', (html, key) => {
    expect(confirmedBy(pathOf(within(html)), key)?.id).toBe('y');
  });

  test.each([field, pointing])('is nothing where a space is written: %s', (html) => {
    expect(confirmedBy(pathOf(within(html)), ' ')).toBeUndefined();
  });
});

function pathOf(node: HTMLElement): EventTarget[] {
  return node.parentElement ? [node, ...pathOf(node.parentElement)] : [node];
}
