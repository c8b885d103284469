import type { StorybookConfig } from '@storybook/web-components-vite';

export default {
  stories: ['../packages/widgets/src/**/*.stories.ts'],
  // The page that stories frame, by the loopback's other name.
  staticDirs: [{ from: '../packages/widgets/src/teleprocedure/testing/operator-page', to: '/operator-page' }],
  framework: '@storybook/web-components-vite',
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) => ({
    ...config,
    // Sources of the workspaces, as everywhere in development: nothing needs building first.
    resolve: {
      ...config.resolve,
      conditions: ['@guichet/source', 'module', 'browser', 'development|production'],
    },
    esbuild: {
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    },
  }),
} satisfies StorybookConfig;
