import { filePictures } from './pictures/files';
import { labelPictures } from './pictures/label';
import { pagePictures } from './pictures/pages';
import { popupPictures } from './pictures/popup';
import { settingsPictures } from './pictures/settings';
import { storePictures } from './pictures/store';

/** One subject a file; `npm run shots -- label popup` takes the pictures of these alone. */
const subjects: Record<string, () => Promise<void>> = {
  popup: popupPictures,
  label: labelPictures,
  pages: pagePictures,
  settings: settingsPictures,
  files: filePictures,
  store: storePictures,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in subjects));
if (unknown.length > 0)
  throw new Error(`No pictures of "${unknown.join('", "')}". There are: ${Object.keys(subjects).join(', ')}.`);
for (const [name, takePictures] of Object.entries(subjects)) {
  if (wanted.length === 0 || wanted.includes(name)) await takePictures();
}
