import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { hiddenForm, plainPage } from './pages';
import type { State } from './state';

/** `{region}.signin.aws`: where the person signs in to Identity Center; one button stands for password and second factor. */
export function identityCenterSignIn(state: State): Hono {
  const pages = new Hono();

  pages.get('/platform/:directory/login', (c) => {
    const workflow = state.workflows.get(c.req.query('workflowStateHandle') ?? '');
    if (!workflow || workflow.portal.directoryId !== c.req.param('directory'))
      return c.html(plainPage('This sign-in has expired', '<p>Go back to your portal and start again.</p>'), 400);
    workflow.code = randomUUID();
    const form = hiddenForm(
      `${workflow.portal.startUrl}/`,
      [
        ['workflowResultHandle', workflow.code],
        ['state', workflow.state],
      ],
      '<button id="sign-in">Sign in</button>',
    );
    return c.html(
      plainPage('Sign in', `<p>Whoever presses the button is signed in as the person of this world.</p>${form}`),
    );
  });

  return pages;
}
