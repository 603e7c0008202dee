/** What writes the lock file of a manifest, by the manifest's name (sbom-and-scan.md, section 4). */
export const LOCK_COMMANDS: ReadonlyMap<string, string> = new Map([
  ['package.json', 'npm install --package-lock-only, pnpm install --lockfile-only or yarn install'],
  ['go.mod', 'go mod tidy'],
  ['pyproject.toml', 'uv lock, poetry lock or pdm lock'],
  ['Pipfile', 'pipenv lock'],
  ['Gemfile', 'bundle lock'],
  ['Cargo.toml', 'cargo generate-lockfile'],
  ['pom.xml', 'mvn package, and make the SBOM of what it built'],
  ['build.gradle', 'gradle dependencies --write-locks'],
  ['build.gradle.kts', 'gradle dependencies --write-locks'],
  ['composer.json', 'composer update --no-install'],
]);
