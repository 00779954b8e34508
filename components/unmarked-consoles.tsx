import { say } from '../lib/model/say';
import type { Settings } from '../lib/state/settings';
import { LineButton } from './line-button';
import { hostsIn } from './words';

/** Consoles that carry no label for want of a permission: a partition's own are pressing, single services are not. */
export function UnmarkedConsoles({ settings }: { settings: Settings }) {
  const consoles = settings.unmarked.value;
  const services = settings.unmarkedServices.value;
  return (
    <>
      {consoles.length > 0 && (
        <p role="alert">
          {say('consolesUnmarked', hostsIn(consoles))}{' '}
          <LineButton
            says={say('allow')}
            of={hostsIn(consoles)}
            kind="main"
            onPress={() => void settings.allow(consoles)}
          />
        </p>
      )}
      {services.length > 0 && (
        <p>
          {say('servicesUnmarked', hostsIn(services))}{' '}
          <LineButton says={say('allow')} of={hostsIn(services)} onPress={() => void settings.allow(services)} />
        </p>
      )}
    </>
  );
}
