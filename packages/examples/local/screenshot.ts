import { chromium } from 'playwright-core';

/**
 * Saves a picture of an event's page in Spotlight, with the whole classification in sight.
 * @param height of the picture in pixels; an event of a web request needs more
 */
export async function takeScreenshot(url: string, file: string, height = 900): Promise<void> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    // Chromium looks for updates and accounts on its own; this leaves it nobody to ask.
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height } });
    await page.goto(url);

    // The page is sent its events after it has loaded, and folds long objects and strings.
    const context = page.getByRole('heading', { name: 'ai_classification' }).locator('..');
    await context.waitFor();
    const folds = context.getByText('...', { exact: true });
    while ((await folds.count()) > 0) await folds.first().dispatchEvent('click');

    await page.screenshot({ path: file });
  } finally {
    await browser.close();
  }
}
