import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';

const DESK_DIR = resolve(__dirname, '../desk');
/** In the package the desk is built already. */
const BUILT_DIR = join(DESK_DIR, 'built');

/**
 * The built desk, to be put into a bucket. CDK asks for it at once, and esbuild's plugins need time: so it is built by a
 * process of its own. As with the handlers' code, nothing is built where the app does not bundle.
 */
export function deskFiles(): ISource {
  if (existsSync(BUILT_DIR)) return Source.asset(BUILT_DIR);
  return Source.asset(DESK_DIR, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      local: {
        tryBundle(outputDir) {
          execFileSync(process.execPath, ['--import', 'tsx', 'write.ts', outputDir], { cwd: DESK_DIR });
          return true;
        },
      },
    },
  });
}
