import { render } from 'preact';

render(<p>Burgee</p>, document.body);
