export default {
  config: {
    // French beside English: the agents' language.
    locales: ['fr'],
    // Nobody outside is told that this panel was opened.
    notifications: { releases: false },
    tutorials: false,
  },
};
