/** Journeys in Chromium, through everything that `npm start` starts: hosting, two commune sites, mail catcher. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // One demo serves all, and two cores are soon busy.
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['list']],
  globalSetup: './demo.ts',
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Cookies of third parties are refused.
        '--test-third-party-cookie-phaseout',
        // An old site on plain http, under a name that is not the loopback's.
        '--host-resolver-rules=MAP vieux-site.test 127.0.0.1',
      ],
    },
  },
});
