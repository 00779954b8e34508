import type { AwsFailure } from '../aws/aws-failure';
import type { StartUrl } from '../model/portal';
import { problemOf } from '../model/sign-in';
import type { World } from './world';

/** True where AWS does not take the registered client: only a new one helps. */
export function isClientRefused(failure: AwsFailure): boolean {
  return (
    failure.kind === 'unauthorized' || (failure.kind === 'invalid' && problemOf(failure.code) === 'client-refused')
  );
}

/** The next sign-in at that portal registers a client anew. */
export async function forgetClient({ clients }: World['browser'], portal: StartUrl): Promise<void> {
  await clients.write((await clients.read()).filter((client) => client.portal !== portal));
}
