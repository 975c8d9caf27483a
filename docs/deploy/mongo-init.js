// Makes the three servers one replica set and gives the engines their account; for mongosh. Run again, it changes nothing.

const { readFileSync } = require('fs');

const MEMBERS = ['mongo-1:27017', 'mongo-2:27017', 'mongo-3:27017'];
const PATIENCE_MS = 180_000;
const NOT_YET_INITIALIZED = 94;

const secret = (name) => readFileSync('/run/secrets/' + name, 'utf8').trim();

const ROOT = 'mongodb://root:' + encodeURIComponent(secret('mongo-root-password')) + '@';

function initiate() {
  const first = connect(ROOT + MEMBERS[0] + '/admin?directConnection=true&serverSelectionTimeoutMS=5000');
  try {
    first.adminCommand({ replSetGetStatus: 1 });
  } catch (error) {
    if (error.code !== NOT_YET_INITIALIZED) {
      throw error;
    }
    const members = MEMBERS.map((host, i) => ({ _id: i, host, priority: i === 0 ? 2 : 1 }));
    first.adminCommand({ replSetInitiate: { _id: 'gocua', members } });
    print('replica set initiated');
  }
}

// The engines may read and write their own database, and nothing else.
function provideAccount() {
  const set = connect(ROOT + MEMBERS.join(',') + '/admin?replicaSet=gocua&serverSelectionTimeoutMS=30000');
  const [, name, password] = /^mongodb:\/\/([^:]+):([^@]+)@/.exec(secret('journal-uri'));
  const own = set.getSiblingDB('gocua');
  const account = { pwd: decodeURIComponent(password), roles: [{ role: 'readWrite', db: 'gocua' }] };
  if (own.getUser(name)) {
    own.updateUser(name, account);
  } else {
    own.createUser({ user: name, ...account });
    print('account made');
  }
}

const giveUp = Date.now() + PATIENCE_MS;
for (;;) {
  try {
    initiate();
    provideAccount();
    print('the replica set is ready');
    quit(0);
  } catch (error) {
    print('not yet: ' + error.message);
    if (Date.now() > giveUp) {
      quit(1);
    }
    sleep(2000);
  }
}
