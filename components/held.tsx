import { say } from '../lib/model/say';

/** Beside what nobody may change here. */
export function Held() {
  return <span class="held">🔒 {say('setByOrganisation')}</span>;
}
