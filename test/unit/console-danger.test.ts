import { describe, expect, test } from 'vitest';
import { dangerOf } from '../../lib/console/danger';

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
  ])('is known by its word: %s', (text) => {
    expect(dangerOf(control(text))).toBe('sure');
  });

  test.each([
    { 'data-testid': 'terminate-instance' },
    { id: 'deleteBucketButton' },
    { 'data-analytics': 'rds:delete' },
    { 'data-action': 'make-public' },
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
    '',
    'Delete '.repeat(40),
  ])('is not seen in: %s', (text) => {
    expect(dangerOf(control(text))).toBe('none');
  });

  test.each(['delete-modal-cancel', 'delete-dialog-close', 'termination-protection-help'])(
    'is not seen in the harmless parts of a dialog: %s',
    (id) => {
      expect(dangerOf(control('×', { 'data-testid': id }))).toBe('none');
    },
  );

  test('is not seen in ids that only contain the letters', () => {
    expect(dangerOf(control('OK', { id: 'undeleted-items', 'data-testid': 'nonstop' }))).toBe('none');
  });
});
