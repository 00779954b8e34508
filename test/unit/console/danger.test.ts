// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { controlAt, dangerOf, saysOf } from '../../../lib/console/danger';
import { confirmedBy } from '../../../lib/console/typed-confirmation';
import { pathOf, within } from './page';

function control(
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): { textContent: string; getAttribute(name: string): string | null } {
  return { textContent: text, getAttribute: (name) => attributes[name] ?? null };
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
    'Turn off delete protection',
    'Allow public access',
    'AMI öffentlich machen',
    'Rendre l’instantané public',
    '设为公有',
    '公開にする',
    '停止済みのインスタンスを削除',
    'Ｄｅｌｅｔｅ',
    'De\u00adlete bucket',
    'De\u200blete bucket',
    'Lo\u0308schen',
    'Sil',
    'KALICI OLARAK SİL',
    'Örneği sonlandır',
    'Örneği durdur',
    'Klasörü boşalt',
    'Kaydını iptal et',
    'Herkese açık yap',
    'Forcer la suppression',
    'Programar la eliminación',
    'Programar eliminación de clave',
    'Pianifica eliminazione chiave',
    'Agendar exclusão',
    'Jadwalkan penghapusan kunci',
    'Schlüssellöschung planen',
    'Interrompi istanza',
    'Anular el registro de la AMI',
    'アクセスを取り消す',
    '권한 취소',
  ])('is known by its word: %s', (text) => {
    expect(dangerOf(control(text))).toBe('sure');
  });

  test.each([
    ['Delete bucket', { title: 'Cannot be undone' }],
    ['Terminate', { title: 'What happens to my volumes?', 'data-testid': 'terminate-instances' }],
    ['', { title: 'What happens to my volumes?', 'data-testid': 'terminate-instances' }],
    ['Eliminar bucket', { title: 'No se puede deshacer' }],
    ['删除', { title: '此操作无法取消' }],
    ['此操作无法取消：删除', {}],
    ['削除', { title: 'この操作はキャンセルできません' }],
    ['삭제', { 'aria-label': '취소할 수 없는 삭제' }],
    ['Disable deletion protection', { title: 'Cannot be undone' }],
    ['Cancel', { title: 'Delete bucket' }],
    ['Cancel and terminate instances', {}],
    ['Keep snapshot and delete volume', {}],
    ['Abbrechen und Stack löschen', {}],
    ['Annuler et supprimer la pile', {}],
    ['取消并终止实例', {}],
    ['キャンセルして削除', {}],
  ])('is known in spite of what is denied beside it: %s, %o', (text, attributes) => {
    expect(dangerOf(control(text, attributes as Record<string, string>))).toBe('sure');
  });

  test('is not seen in a switch that denies what its group opens', () => {
    const html = '<fieldset><legend>Public access</legend><b id=x role=switch>Do not allow</b></fieldset>';
    expect(dangerOf(within(html))).toBe('none');
  });

  test('is only warned of where a button that cancels has its id', () => {
    expect(dangerOf(control('Cancel', { 'data-testid': 'delete-dialog-secondary' }))).toBe('likely');
    expect(dangerOf(control('×', { 'aria-label': 'キャンセル', id: 'deleteDialogSecondary' }))).toBe('likely');
  });

  test.each([
    'Share publicly',
    'Share snapshot publicly',
    'Set to public',
    'Öffentlichen Zugriff zulassen',
    'Öffentlichen Zugriff aktivieren',
    'Autoriser l’accès public',
    'Permitir el acceso público',
    'Compartir públicamente',
    'Permitir acesso público',
    'Consenti accesso pubblico',
    'Izinkan akses publik',
    'Buat publik',
    'Genel erişime izin ver',
    'パブリックアクセスを許可',
    'パブリックアクセスを許可する',
    '퍼블릭 액세스 허용',
    '공개로 설정',
    '允许公开访问',
    '允許公開存取',
    '设置为公开',
    'Blockierung des öffentlichen Zugriffs aufheben',
    'Lever le blocage de l’accès public',
    'Desbloquear el acceso público',
    'Desbloquear o acesso público',
    'Sblocca l’accesso pubblico',
    'Buka blokir akses publik',
    'Genel erişim engelini kaldır',
    'パブリックアクセスのブロックを解除',
    '퍼블릭 액세스 차단 해제',
    '取消阻止公开访问',
    '取消封鎖公開存取',
  ])('is known where everybody is let in: %s', (text) => {
    expect(dangerOf(control(text))).toBe('sure');
  });

  test.each([
    'Block all public access',
    'Turn on block public access',
    'Öffentlichen Zugriff nicht zulassen',
    'Gesamten öffentlichen Zugriff blockieren',
    'Blockierung des öffentlichen Zugriffs aktivieren',
    'Bloquer tous les accès publics',
    'Activer le blocage de l’accès public',
    'Ne pas autoriser l’accès public',
    'Bloquear todo el acceso público',
    'Habilitar el bloqueo del acceso público',
    'No permitir el acceso público',
    'Bloquear todo o acesso público',
    'Não permitir acesso público',
    'Blocca tutti gli accessi pubblici',
    'Abilita il blocco dell’accesso pubblico',
    'Non consentire accesso pubblico',
    'Blokir semua akses publik',
    'Jangan izinkan akses publik',
    'Tüm genel erişimi engelle',
    'パブリックアクセスをすべてブロック',
    'パブリックアクセスのブロックを有効にする',
    'パブリックアクセスを許可しない',
    '非公開にする',
    '모든 퍼블릭 액세스 차단',
    '퍼블릭 액세스 차단 활성화',
    '퍼블릭 액세스 허용 안 함',
    '비공개로 설정',
    '阻止所有公开访问',
    '启用阻止公开访问',
    '不允许公开访问',
    '封鎖所有公開存取權',
    'Buat subnet publik',
    'Öffentliche IP-Adresse zuteilen',
    'Accesso pubblico consentito',
  ])('is not seen where nobody is let in: %s', (text) => {
    expect(dangerOf(control(text))).toBe('none');
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
    '削除保護を変更',
    '삭제 방지 변경',
    'Disconnect',
    'Roll back',
    'Turn off instance',
    'Devre dışı bırak',
    'Edit Block public access',
  ])('is warned of where it is not sure: %s', (text) => {
    expect(dangerOf(control(text))).toBe('likely');
  });

  test.each([
    'Start instance',
    'Cancel delete',
    'Cancel and keep it',
    'Undo delete and go back',
    '削除をキャンセルする',
    '삭제 취소하기',
    '取消并返回',
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
    'Deletion protection',
    'Termination protection',
    '削除保護',
    '삭제 방지',
    '删除保护',
    '正在停止',
    '終了中',
    '삭제 중',
    '릴리스 노트',
    'Stop time',
    'Delete on termination',
    'Release label',
    'Shutdown behavior',
    'Why can’t I delete this?',
    'What happens when I delete a stack',
    'Remove filter, Name = web',
    'Filter löschen',
    'Filter entfernen, Name ist gleich web',
    'Löschen und Verwerfen',
    'Borrar filtros',
    'Borrar y descartar',
    'Eliminar filtro',
    'Supprimer le filtre, Nom est égal à web',
    'Hapus filter',
    'フィルターを削除、名前 は web と等しい',
    '删除筛选条件，名称 等于 web',
    'İptal',
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
    '<div role=dialog><h4>Delete bucket invoices?</h4><button id=x>Confirm</button></div>',
    '<div role=dialog><div>Delete bucket invoices?</div><div><button id=x>Confirm</button></div></div>',
    '<div role=dialog aria-label="Make bucket public"><button id=x>Save changes</button></div>',
    '<dialog open><h2>Are you sure that you want to permanently delete the following objects?</h2><button id=x>Yes</button></dialog>',
    '<dialog open><p>Möchten Sie die ausgewählten Instances jetzt wirklich endgültig löschen?</p><button id=x>Ja</button></dialog>',
    '<dialog open><p>¿Está seguro de que desea detener todas las instancias ahora?</p><button id=x>Sí</button></dialog>',
    '<div role=dialog aria-labelledby=h><h2 id=h>Bucket invoices</h2><p>Are you sure you want to delete this bucket?</p><button>No</button><button id=x>Yes</button></div>',
    '<dialog open><h2>This action is permanent</h2><p>Delete 3 objects?</p><button>No</button><button id=x>Confirm</button></dialog>',
    '<dialog open><h2>Confirm your action</h2><p>The following 3 instances will be terminated.</p><button id=x>Continue</button></dialog>',
    '<dialog open><p>All 3 objects will be deleted.</p><button id=x>OK</button></dialog>',
    '<dialog open><h2>Bucket invoices</h2><div>It holds 3 objects.</div><div>Delete it all the same?</div><button id=x>OK</button></dialog>',
    '<dialog open aria-label="invoices"><h2>Delete bucket?</h2><button id=x>OK</button></dialog>',
    '<dialog open><h2>invoices</h2><form><input name=data><p>Delete it?</p><button id=x>OK</button></form></dialog>',
    '<dialog open><p>このキューは削除されます。</p><button id=x>OK</button></dialog>',
    '<span id=note>Delete this volume</span><button id=x aria-describedby=note>🗑</button>',
    '<label><input id=x type=radio name=who value=all> Make public</label>',
    '<input id=x type=checkbox aria-label="Publicly accessible">',
    '<div id=x role=radio>Allow public access</div>',
  ])('is known by what stands in and around it: %s', (html) => {
    expect(dangerOf(within(html))).toBe('sure');
  });

  test.each([
    '<li data-testid="delete-list"><span id=x role=menuitem>Details</span></li>',
    '<button id=x><img alt="Delete"> Details</button>',
    '<button id=x><i class="icon-combine"></i></button>',
    '<button id=x>List <i class="fa fa-trash"></i></button>',
    '<div role=dialog aria-labelledby=h><h2 id=h>Delete bucket invoices?</h2><button id=x>Cancel</button></div>',
    '<div role=dialog aria-labelledby=h><h2 id=h>Delete bucket invoices?</h2><button id=x>Copy name</button></div>',
    '<div role=dialog aria-labelledby=h><h2 id=h>How to delete a bucket</h2><button id=x>OK</button></div>',
    '<div role=dialog aria-labelledby=h><h2 id=h>Create bucket</h2><button id=x>Confirm</button></div>',
    '<h2>Delete bucket invoices?</h2><button id=x>Confirm</button>',
    '<dialog open><p>Do you want to save it now? You can go on to delete it at any time.</p><button id=x>Yes</button></dialog>',
    '<dialog open><p>Start the instances that you have chosen? You may stop them again.</p><button id=x>Yes</button></dialog>',
    '<dialog open><h2>Edit trail</h2><p>Delete</p><label>Delete?</label><button>Delete</button><button id=x>Save</button></dialog>',
    '<dialog open><h2>Enable deletion protection?</h2><p>Nobody can delete it then. Really delete no more?</p><button id=x>OK</button></dialog>',
    '<dialog open><h2>Cancel key deletion?</h2><p>Do you want to keep it?</p><button id=x>OK</button></dialog>',
    '<label><input id=x type=radio name=policy value=delete> Delete</label>',
    '<input id=x type=checkbox aria-label="Select delete old logs">',
    '<label><input id=x type=radio> Public hosted zone</label>',
  ])('is not seen in what stands in and around: %s', (html) => {
    expect(dangerOf(within(html))).toBe('none');
  });

  test.each([
    '<table><tr><th><button id=x>Delete</button></th></tr></table>',
    '<div role=columnheader><span id=x role=button>Stop</span></div>',
    '<button id=x role=tab>Termination protection: terminate</button>',
    '<button id=x role=switch aria-label="Block all public access"></button>',
    '<button id=x><svg><use href="#icon-trash"></use></svg></button>',
    '<button id=x><i class="fa fa-trash-alt"></i></button>',
    '<dialog open><h2>Edit lifecycle</h2><p>Objects will be deleted after a day.</p><button id=x>Save</button></dialog>',
    '<dialog open><h2>Cannot delete bucket</h2><p>Delete its objects first?</p><button id=x>OK</button></dialog>',
  ])('is only warned of where it is not sure: %s', (html) => {
    expect(dangerOf(within(html))).toBe('likely');
  });

  test.each([
    ['within a component', '<x-inside id=host></x-inside>', '<button id=x>Confirm</button>'],
    ['put into a component', '<x-inside id=host><button id=x>Confirm</button></x-inside>', '<slot></slot>'],
  ])('is known by the question around, for a control %s', (_, html, inside) => {
    document.body.innerHTML = `<div role=dialog aria-label="Delete bucket?">${html}</div>`;
    const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = inside;
    const found = root?.querySelector<HTMLElement>('#x') ?? document.querySelector<HTMLElement>('#x');
    expect(found && dangerOf(found)).toBe('sure');
  });

  test('is found in a form whose fields have the names of its own members', () => {
    const names = ['matches', 'tagName', 'getAttribute', 'textContent', 'closest', 'hasAttribute', 'querySelectorAll'];
    const fields = names.map((name) => `<input type=hidden name=${name}>`).join('');
    const button = within(`<form>${fields}<input id=typed><button id=x>Delete</button></form>`);
    expect(controlAt(pathOf(button))?.id).toBe('x');
    const typed = document.querySelector('#typed');
    expect(typed && confirmedBy(pathOf(typed as HTMLElement), 'Enter')?.id).toBe('x');
  });

  test.each([
    '<div role=dialog tabindex=-1><h2>Delete table orders?</h2><input id=x><button>Delete</button></div>',
    '<div tabindex=0>DELETE <b contenteditable id=x></b></div>',
    '<div tabindex=-1>DELETE FROM users<p id=x></p></div>',
    '<div><div contenteditable tabindex=0>DELETE <b id=x></b></div></div>',
    '<div onclick=""><div role=textbox id=x>delete</div></div>',
    '<input id=x tabindex=0 name=delete-confirmation aria-label="To confirm, type delete">',
    '<textarea id=x tabindex=0 aria-label="Delete policy"></textarea>',
    '<label style="cursor: pointer">Delete after <select id=x tabindex=0></select></label>',
    '<div role=region tabindex=0>Delete history<p id=x></p></div>',
    '<div role=alertdialog tabindex=0>Delete?<p id=x></p></div>',
  ])('is not seen where a field has the focus, or what only holds others: %s', (html) => {
    const found = controlAt(pathOf(within(html)));
    expect(found ? dangerOf(found) : 'none').toBe('none');
  });

  test('names what a picture shows', () => {
    expect(saysOf(within('<button id=x><img alt="Delete"></button>'))).toBe('Delete');
  });
});

describe('what a key presses elsewhere', () => {
  const list = '<ul id=x role=menu tabindex=0 aria-activedescendant=y><li id=y role=menuitem>Terminate</li></ul>';
  const button = '<button id=x aria-activedescendant=y>Actions</button><div id=y role=menuitem>Delete</div>';
  const field = '<div role=dialog><input id=x tabindex=0><button id=y>Delete</button></div>';
  const unsent = '<form><input id=x><button id=y type=button>Delete</button></form>';
  const dialog = '<div role=alertdialog id=x tabindex=-1>Delete?<button id=y>Delete</button></div>';
  const pointing = '<input id=x aria-activedescendant=y><div id=y role=option>Delete</div>';

  test.each([
    [list, 'Enter'],
    [list, ' '],
    [button, 'Enter'],
    [button, ' '],
    [field, 'Enter'],
    [unsent, 'Enter'],
    [dialog, 'Enter'],
    [pointing, 'Enter'],
  ])('is found from %s by "%s"', (html, key) => {
    expect(confirmedBy(pathOf(within(html)), key)?.id).toBe('y');
  });

  test('is found from several lines of text by Enter with another key only', () => {
    const lines = field.replace('<input id=x tabindex=0>', '<textarea id=x></textarea>');
    expect(confirmedBy(pathOf(within(lines)), 'Enter', true)?.id).toBe('y');
    expect(confirmedBy(pathOf(within(lines)), 'Enter')).toBeUndefined();
  });

  test.each([field, pointing])('is nothing where a space is written: %s', (html) => {
    expect(confirmedBy(pathOf(within(html)), ' ')).toBeUndefined();
  });
});
