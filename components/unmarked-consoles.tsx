import { say } from '../lib/model/say';
import type { Settings } from '../lib/state/settings';
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
          <button class="button" type="button" onClick={() => void settings.allow(consoles)}>
            {say('allow')}
          </button>
        </p>
      )}
      {services.length > 0 && (
        <p>
          {say('servicesUnmarked', hostsIn(services))}{' '}
          <button class="button" data-kind="quiet" type="button" onClick={() => void settings.allow(services)}>
            {say('allow')}
          </button>
        </p>
      )}
    </>
  );
}
