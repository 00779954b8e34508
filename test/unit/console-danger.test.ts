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

  test.each(['Remove', 'Disable encryption', 'Reboot'])('is warned of where it is not sure: %s', (text) => {
    expect(dangerOf(control(text))).toBe('likely');
  });

  test.each([
    'Start instance',
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

  test('is not seen in ids that only contain the letters', () => {
    expect(dangerOf(control('OK', { id: 'undeleted-items', 'data-testid': 'nonstop' }))).toBe('none');
  });
});
