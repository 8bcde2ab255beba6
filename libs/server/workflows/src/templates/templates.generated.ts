// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { TemplateSource } from './template';

/** The workflows of the folder `examples`, by id. */
export const templateSources: readonly TemplateSource[] = [
  {
    "id": "code-and-errors",
    "workflow": {
      "id": "code-and-errors",
      "name": "Code with an error route",
      "version": "1.0.0",
      "nodes": [
        {
          "id": "start",
          "type": "manual-trigger",
          "typeVersion": 1,
          "label": "Start",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 0
          },
          "config": {}
        },
        {
          "id": "group",
          "type": "code",
          "typeVersion": 1,
          "label": "Group",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 0
          },
          "config": {
            "code": "const groups = {};\nfor (const word of input.words) {\n  const key = word[0].toLowerCase();\n  groups[key] = [...(groups[key] ?? []), word];\n}\nconsole.log(`${input.words.length} words`);\nreturn groups;"
          },
          "settings": {
            "onError": "error-port"
          }
        },
        {
          "id": "good",
          "type": "output",
          "typeVersion": 1,
          "label": "Groups",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 0
          },
          "config": {}
        },
        {
          "id": "bad",
          "type": "output",
          "typeVersion": 1,
          "label": "Failure",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 160
          },
          "config": {
            "fields": {
              "why": "{{ Group.error.code }}"
            }
          }
        }
      ],
      "edges": [
        {
          "id": "start.main-group",
          "source": "start",
          "sourceHandle": "main",
          "target": "group",
          "targetHandle": "main"
        },
        {
          "id": "group.main-good",
          "source": "group",
          "sourceHandle": "main",
          "target": "good",
          "targetHandle": "main"
        },
        {
          "id": "group.error-bad",
          "source": "group",
          "sourceHandle": "error",
          "target": "bad",
          "targetHandle": "main"
        }
      ],
      "settings": {
        "timezone": "UTC"
      },
      "notes": [],
      "groups": [],
      "metadata": {
        "description": "A Code node groups words; when it fails, the error port answers instead.",
        "author": "Millrace",
        "tags": [
          "code",
          "errors"
        ]
      }
    },
    "payload": {
      "words": [
        "mill",
        "race",
        "wheel",
        "Water",
        "rope"
      ]
    }
  },
  {
    "id": "content-agents",
    "workflow": {
      "id": "content-agents",
      "name": "Article by three agents",
      "version": "1.0.0",
      "nodes": [
        {
          "id": "brief",
          "type": "manual-trigger",
          "typeVersion": 1,
          "label": "Brief",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 0
          },
          "config": {}
        },
        {
          "id": "writer",
          "type": "ai-agent",
          "typeVersion": 1,
          "label": "Writer",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 0
          },
          "config": {
            "aiModel": "example-model",
            "role": "Writer",
            "instructions": "Write two lively sentences. Do not invent quotations.",
            "aiPrompt": "Write about {{ trigger.topic }} for {{ trigger.readers }}."
          }
        },
        {
          "id": "checker",
          "type": "ai-agent",
          "typeVersion": 1,
          "label": "Fact checker",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 0
          },
          "config": {
            "aiModel": "example-model",
            "role": "Fact checker",
            "instructions": "Look up every date. Give the corrected text, and say at the end what was corrected.",
            "aiPrompt": "Check this text: {{ Writer.text }}",
            "maxTurns": 5,
            "tools": [
              {
                "kind": "http",
                "name": "look_up",
                "description": "What is known about a thing.",
                "parameters": {
                  "type": "object",
                  "properties": {
                    "about": {
                      "type": "string"
                    }
                  },
                  "required": [
                    "about"
                  ]
                },
                "values": {
                  "url": "http://127.0.0.1:4010/facts",
                  "query": {
                    "about": "{{ args.about }}"
                  }
                }
              }
            ]
          }
        },
        {
          "id": "editor",
          "type": "llm",
          "typeVersion": 1,
          "label": "Summary",
          "enabled": true,
          "position": {
            "x": 840,
            "y": 0
          },
          "config": {
            "aiModel": "example-model",
            "systemPrompt": "You are an editor who writes short titles and summaries.",
            "aiPrompt": "{{ Factchecker.text }}",
            "aiFormat": "object",
            "aiSchema": {
              "type": "object",
              "properties": {
                "title": {
                  "type": "string"
                },
                "summary": {
                  "type": "string"
                }
              },
              "required": [
                "title",
                "summary"
              ],
              "additionalProperties": false
            }
          }
        },
        {
          "id": "article",
          "type": "output",
          "typeVersion": 1,
          "label": "Article",
          "enabled": true,
          "position": {
            "x": 1120,
            "y": 0
          },
          "config": {}
        }
      ],
      "edges": [
        {
          "id": "brief-writer",
          "source": "brief",
          "sourceHandle": "main",
          "target": "writer",
          "targetHandle": "main"
        },
        {
          "id": "writer-checker",
          "source": "writer",
          "sourceHandle": "main",
          "target": "checker",
          "targetHandle": "main"
        },
        {
          "id": "checker-editor",
          "source": "checker",
          "sourceHandle": "main",
          "target": "editor",
          "targetHandle": "main"
        },
        {
          "id": "editor-article",
          "source": "editor",
          "sourceHandle": "main",
          "target": "article",
          "targetHandle": "main"
        }
      ],
      "settings": {
        "timezone": "UTC"
      },
      "notes": [],
      "groups": [],
      "metadata": {
        "description": "A writer, a fact checker with a tool, and an editor, one after the other. Any model server that speaks the API of OpenAI will do.",
        "tags": [
          "ai",
          "agents"
        ]
      }
    },
    "payload": {
      "topic": "the Brandenburg Gate",
      "readers": "children"
    }
  },
  {
    "id": "flaky-service",
    "workflow": {
      "id": "flaky-service",
      "name": "A service that fails twice",
      "version": "1.0.0",
      "nodes": [
        {
          "id": "start",
          "type": "manual-trigger",
          "typeVersion": 1,
          "label": "Start",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 0
          },
          "config": {}
        },
        {
          "id": "call",
          "type": "http-request",
          "typeVersion": 1,
          "label": "Flaky Call",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 0
          },
          "config": {
            "method": "POST",
            "url": "http://127.0.0.1:4010/flaky",
            "body": {
              "order": "{{ trigger.order }}"
            }
          },
          "settings": {
            "retry": {
              "maxAttempts": 5,
              "backoff": "exponential",
              "baseMs": 300,
              "maxMs": 3000
            },
            "onError": "stop"
          }
        },
        {
          "id": "result",
          "type": "output",
          "typeVersion": 1,
          "label": "Result",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 0
          },
          "config": {
            "fields": {
              "tries": "{{ FlakyCall.tries }}",
              "order": "{{ FlakyCall.order }}"
            }
          }
        }
      ],
      "edges": [
        {
          "id": "start.main-call",
          "source": "start",
          "sourceHandle": "main",
          "target": "call",
          "targetHandle": "main"
        },
        {
          "id": "call.main-result",
          "source": "call",
          "sourceHandle": "main",
          "target": "result",
          "targetHandle": "main"
        }
      ],
      "settings": {
        "timezone": "UTC"
      },
      "notes": [],
      "groups": [],
      "metadata": {
        "description": "The service answers 503 to the first two tries of a key and succeeds at the third. The node tries again by itself, with the same Idempotency-Key.",
        "author": "Millrace",
        "tags": [
          "retry",
          "http"
        ]
      }
    },
    "payload": {
      "order": "A-7"
    }
  },
  {
    "id": "github-push",
    "workflow": {
      "id": "github-push",
      "name": "GitHub push to release notes",
      "version": "1.0.0",
      "nodes": [
        {
          "id": "push",
          "type": "webhook-trigger",
          "typeVersion": 1,
          "label": "Push",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 0
          },
          "config": {
            "auth": "none",
            "response": "respond-node",
            "methods": [
              "POST"
            ]
          }
        },
        {
          "id": "check",
          "type": "json-validator",
          "typeVersion": 1,
          "label": "Check",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 0
          },
          "config": {
            "requiredFields": [
              "ref",
              "repository.full_name",
              "head_commit",
              "pusher.email"
            ],
            "fieldTypes": [
              {
                "field": "commits",
                "type": "array"
              }
            ]
          }
        },
        {
          "id": "shorten",
          "type": "transformer",
          "typeVersion": 1,
          "label": "Shorten",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 0
          },
          "config": {
            "mappings": {
              "repository": "{{ Push.repository.full_name }}",
              "branch": {
                "$expr": "Push.data.ref.replace('refs/heads/', '')"
              },
              "commits": {
                "$expr": "size(Push.data.commits)"
              },
              "message": "{{ Push.head_commit.message }}",
              "by": "{{ Push.pusher.name }} <{{ Push.pusher.email }}>",
              "files": {
                "$expr": "Push.data.head_commit.added + Push.data.head_commit.modified"
              }
            }
          }
        },
        {
          "id": "clean",
          "type": "data-cleaner",
          "typeVersion": 1,
          "label": "Clean",
          "enabled": true,
          "position": {
            "x": 840,
            "y": 0
          },
          "config": {
            "trim": true,
            "collapseWhitespace": true,
            "mask": [
              "email"
            ],
            "maskStyle": "token"
          }
        },
        {
          "id": "main",
          "type": "condition",
          "typeVersion": 1,
          "label": "Main branch?",
          "enabled": true,
          "position": {
            "x": 1120,
            "y": 0
          },
          "config": {
            "combinator": "or",
            "conditions": [
              {
                "field": "branch",
                "operator": "equals",
                "value": "main"
              },
              {
                "field": "branch",
                "operator": "equals",
                "value": "master"
              }
            ]
          }
        },
        {
          "id": "notes",
          "type": "http-request",
          "typeVersion": 1,
          "label": "Release Notes",
          "enabled": true,
          "position": {
            "x": 1400,
            "y": 0
          },
          "config": {
            "method": "POST",
            "url": "http://127.0.0.1:4010/release-notes",
            "body": {
              "repository": "{{ Clean.repository }}",
              "message": "{{ Clean.message }}",
              "files": "{{ Clean.files }}"
            },
            "timeoutMs": 5000
          },
          "settings": {
            "retry": {
              "maxAttempts": 3,
              "backoff": "exponential",
              "baseMs": 200,
              "maxMs": 2000
            },
            "onError": "stop"
          }
        },
        {
          "id": "remember",
          "type": "storage",
          "typeVersion": 1,
          "label": "Remember",
          "enabled": true,
          "position": {
            "x": 1680,
            "y": 0
          },
          "config": {
            "operation": "write",
            "key": "last-push/{{ Clean.repository }}",
            "value": {
              "message": "{{ Clean.message }}",
              "by": "{{ Clean.by }}",
              "notes": "{{ ReleaseNotes.title }}"
            }
          }
        },
        {
          "id": "accepted",
          "type": "respond",
          "typeVersion": 1,
          "label": "Accepted",
          "enabled": true,
          "position": {
            "x": 1960,
            "y": 0
          },
          "config": {
            "status": 200,
            "body": {
              "accepted": true,
              "notes": "{{ ReleaseNotes.title }}",
              "by": "{{ Clean.by }}"
            }
          }
        },
        {
          "id": "ignored",
          "type": "respond",
          "typeVersion": 1,
          "label": "Ignored",
          "enabled": true,
          "position": {
            "x": 1400,
            "y": 160
          },
          "config": {
            "status": 200,
            "body": {
              "accepted": false,
              "reason": "only pushes to the main branch count",
              "branch": "{{ Clean.branch }}"
            }
          }
        },
        {
          "id": "refused",
          "type": "respond",
          "typeVersion": 1,
          "label": "Refused",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 160
          },
          "config": {
            "status": 422,
            "body": {
              "accepted": false,
              "errors": "{{ Check.errors }}"
            }
          }
        },
        {
          "id": "result",
          "type": "output",
          "typeVersion": 1,
          "label": "Result",
          "enabled": true,
          "position": {
            "x": 2240,
            "y": 0
          },
          "config": {
            "fields": {
              "repository": "{{ Clean.repository }}",
              "commits": "{{ Clean.commits }}",
              "stored": "{{ Remember.key }}"
            }
          }
        }
      ],
      "edges": [
        {
          "id": "push.main-check",
          "source": "push",
          "sourceHandle": "main",
          "target": "check",
          "targetHandle": "main"
        },
        {
          "id": "check.valid-shorten",
          "source": "check",
          "sourceHandle": "valid",
          "target": "shorten",
          "targetHandle": "main"
        },
        {
          "id": "check.invalid-refused",
          "source": "check",
          "sourceHandle": "invalid",
          "target": "refused",
          "targetHandle": "main"
        },
        {
          "id": "shorten.main-clean",
          "source": "shorten",
          "sourceHandle": "main",
          "target": "clean",
          "targetHandle": "main"
        },
        {
          "id": "clean.main-main",
          "source": "clean",
          "sourceHandle": "main",
          "target": "main",
          "targetHandle": "main"
        },
        {
          "id": "main.true-notes",
          "source": "main",
          "sourceHandle": "true",
          "target": "notes",
          "targetHandle": "main"
        },
        {
          "id": "main.false-ignored",
          "source": "main",
          "sourceHandle": "false",
          "target": "ignored",
          "targetHandle": "main"
        },
        {
          "id": "notes.main-remember",
          "source": "notes",
          "sourceHandle": "main",
          "target": "remember",
          "targetHandle": "main"
        },
        {
          "id": "remember.main-accepted",
          "source": "remember",
          "sourceHandle": "main",
          "target": "accepted",
          "targetHandle": "main"
        },
        {
          "id": "accepted.main-result",
          "source": "accepted",
          "sourceHandle": "main",
          "target": "result",
          "targetHandle": "main"
        }
      ],
      "settings": {
        "timezone": "UTC"
      },
      "notes": [],
      "groups": [],
      "metadata": {
        "description": "Takes a push webhook of GitHub, checks it, hides personal data, asks a service about pushes to the main branch, remembers the last one and answers.",
        "author": "Millrace",
        "tags": [
          "webhook",
          "github"
        ]
      }
    },
    "payload": {
      "ref": "refs/heads/master",
      "before": "0000000000000000000000000000000000000000",
      "after": "6113728f27ae82c7b1a177c8d03f9e96e0adf246",
      "repository": {
        "id": 186853002,
        "node_id": "MDEwOlJlcG9zaXRvcnkxODY4NTMwMDI=",
        "name": "Hello-World",
        "full_name": "Codertocat/Hello-World",
        "private": false,
        "owner": {
          "name": "Codertocat",
          "email": "21031067+Codertocat@users.noreply.github.com",
          "login": "Codertocat",
          "id": 21031067,
          "node_id": "MDQ6VXNlcjIxMDMxMDY3",
          "avatar_url": "https://avatars1.githubusercontent.com/u/21031067?v=4",
          "gravatar_id": "",
          "url": "https://api.github.com/users/Codertocat",
          "html_url": "https://github.com/Codertocat",
          "followers_url": "https://api.github.com/users/Codertocat/followers",
          "following_url": "https://api.github.com/users/Codertocat/following{/other_user}",
          "gists_url": "https://api.github.com/users/Codertocat/gists{/gist_id}",
          "starred_url": "https://api.github.com/users/Codertocat/starred{/owner}{/repo}",
          "subscriptions_url": "https://api.github.com/users/Codertocat/subscriptions",
          "organizations_url": "https://api.github.com/users/Codertocat/orgs",
          "repos_url": "https://api.github.com/users/Codertocat/repos",
          "events_url": "https://api.github.com/users/Codertocat/events{/privacy}",
          "received_events_url": "https://api.github.com/users/Codertocat/received_events",
          "type": "User",
          "site_admin": false
        },
        "html_url": "https://github.com/Codertocat/Hello-World",
        "description": null,
        "fork": false,
        "url": "https://github.com/Codertocat/Hello-World",
        "forks_url": "https://api.github.com/repos/Codertocat/Hello-World/forks",
        "keys_url": "https://api.github.com/repos/Codertocat/Hello-World/keys{/key_id}",
        "collaborators_url": "https://api.github.com/repos/Codertocat/Hello-World/collaborators{/collaborator}",
        "teams_url": "https://api.github.com/repos/Codertocat/Hello-World/teams",
        "hooks_url": "https://api.github.com/repos/Codertocat/Hello-World/hooks",
        "issue_events_url": "https://api.github.com/repos/Codertocat/Hello-World/issues/events{/number}",
        "events_url": "https://api.github.com/repos/Codertocat/Hello-World/events",
        "assignees_url": "https://api.github.com/repos/Codertocat/Hello-World/assignees{/user}",
        "branches_url": "https://api.github.com/repos/Codertocat/Hello-World/branches{/branch}",
        "tags_url": "https://api.github.com/repos/Codertocat/Hello-World/tags",
        "blobs_url": "https://api.github.com/repos/Codertocat/Hello-World/git/blobs{/sha}",
        "git_tags_url": "https://api.github.com/repos/Codertocat/Hello-World/git/tags{/sha}",
        "git_refs_url": "https://api.github.com/repos/Codertocat/Hello-World/git/refs{/sha}",
        "trees_url": "https://api.github.com/repos/Codertocat/Hello-World/git/trees{/sha}",
        "statuses_url": "https://api.github.com/repos/Codertocat/Hello-World/statuses/{sha}",
        "languages_url": "https://api.github.com/repos/Codertocat/Hello-World/languages",
        "stargazers_url": "https://api.github.com/repos/Codertocat/Hello-World/stargazers",
        "contributors_url": "https://api.github.com/repos/Codertocat/Hello-World/contributors",
        "subscribers_url": "https://api.github.com/repos/Codertocat/Hello-World/subscribers",
        "subscription_url": "https://api.github.com/repos/Codertocat/Hello-World/subscription",
        "commits_url": "https://api.github.com/repos/Codertocat/Hello-World/commits{/sha}",
        "git_commits_url": "https://api.github.com/repos/Codertocat/Hello-World/git/commits{/sha}",
        "comments_url": "https://api.github.com/repos/Codertocat/Hello-World/comments{/number}",
        "issue_comment_url": "https://api.github.com/repos/Codertocat/Hello-World/issues/comments{/number}",
        "contents_url": "https://api.github.com/repos/Codertocat/Hello-World/contents/{+path}",
        "compare_url": "https://api.github.com/repos/Codertocat/Hello-World/compare/{base}...{head}",
        "merges_url": "https://api.github.com/repos/Codertocat/Hello-World/merges",
        "archive_url": "https://api.github.com/repos/Codertocat/Hello-World/{archive_format}{/ref}",
        "downloads_url": "https://api.github.com/repos/Codertocat/Hello-World/downloads",
        "issues_url": "https://api.github.com/repos/Codertocat/Hello-World/issues{/number}",
        "pulls_url": "https://api.github.com/repos/Codertocat/Hello-World/pulls{/number}",
        "milestones_url": "https://api.github.com/repos/Codertocat/Hello-World/milestones{/number}",
        "notifications_url": "https://api.github.com/repos/Codertocat/Hello-World/notifications{?since,all,participating}",
        "labels_url": "https://api.github.com/repos/Codertocat/Hello-World/labels{/name}",
        "releases_url": "https://api.github.com/repos/Codertocat/Hello-World/releases{/id}",
        "deployments_url": "https://api.github.com/repos/Codertocat/Hello-World/deployments",
        "created_at": 1557933565,
        "updated_at": "2019-05-15T15:20:41Z",
        "pushed_at": 1557933657,
        "git_url": "git://github.com/Codertocat/Hello-World.git",
        "ssh_url": "git@github.com:Codertocat/Hello-World.git",
        "clone_url": "https://github.com/Codertocat/Hello-World.git",
        "svn_url": "https://github.com/Codertocat/Hello-World",
        "homepage": null,
        "size": 0,
        "stargazers_count": 0,
        "watchers_count": 0,
        "language": "Ruby",
        "has_issues": true,
        "has_projects": true,
        "has_downloads": true,
        "has_wiki": true,
        "has_pages": true,
        "forks_count": 1,
        "mirror_url": null,
        "archived": false,
        "disabled": false,
        "open_issues_count": 2,
        "license": null,
        "forks": 1,
        "open_issues": 2,
        "watchers": 0,
        "default_branch": "master",
        "stargazers": 0,
        "master_branch": "master",
        "is_template": false,
        "topics": [],
        "visibility": "public",
        "web_commit_signoff_required": false,
        "custom_properties": {}
      },
      "pusher": {
        "name": "Codertocat",
        "email": "21031067+Codertocat@users.noreply.github.com"
      },
      "sender": {
        "login": "Codertocat",
        "id": 21031067,
        "node_id": "MDQ6VXNlcjIxMDMxMDY3",
        "avatar_url": "https://avatars1.githubusercontent.com/u/21031067?v=4",
        "gravatar_id": "",
        "url": "https://api.github.com/users/Codertocat",
        "html_url": "https://github.com/Codertocat",
        "followers_url": "https://api.github.com/users/Codertocat/followers",
        "following_url": "https://api.github.com/users/Codertocat/following{/other_user}",
        "gists_url": "https://api.github.com/users/Codertocat/gists{/gist_id}",
        "starred_url": "https://api.github.com/users/Codertocat/starred{/owner}{/repo}",
        "subscriptions_url": "https://api.github.com/users/Codertocat/subscriptions",
        "organizations_url": "https://api.github.com/users/Codertocat/orgs",
        "repos_url": "https://api.github.com/users/Codertocat/repos",
        "events_url": "https://api.github.com/users/Codertocat/events{/privacy}",
        "received_events_url": "https://api.github.com/users/Codertocat/received_events",
        "type": "User",
        "site_admin": false
      },
      "installation": {
        "id": 1,
        "node_id": "MDIzOkludGVncmF0aW9uSW5zdGFsbGF0aW9uMQ=="
      },
      "created": true,
      "deleted": false,
      "forced": false,
      "base_ref": null,
      "compare": "https://github.com/Codertocat/Hello-World/commit/6113728f27ae82c7b1a177c8d03f9e96e0adf246",
      "commits": [
        {
          "id": "6113728f27ae82c7b1a177c8d03f9e96e0adf246",
          "tree_id": "31b122c26a97cf9af023e9ddab94a82c6e77b0ea",
          "distinct": true,
          "message": "Initial commit",
          "timestamp": "2019-05-15T15:19:25Z",
          "url": "https://github.com/Codertocat/Hello-World/commit/6113728f27ae82c7b1a177c8d03f9e96e0adf246",
          "author": {
            "name": "Codertocat",
            "email": "21031067+Codertocat@users.noreply.github.com",
            "username": "Codertocat"
          },
          "committer": {
            "name": "Codertocat",
            "email": "21031067+Codertocat@users.noreply.github.com",
            "username": "Codertocat"
          },
          "added": [
            "README.md"
          ],
          "removed": [],
          "modified": []
        }
      ],
      "head_commit": {
        "id": "6113728f27ae82c7b1a177c8d03f9e96e0adf246",
        "tree_id": "31b122c26a97cf9af023e9ddab94a82c6e77b0ea",
        "distinct": true,
        "message": "Initial commit",
        "timestamp": "2019-05-15T15:19:25Z",
        "url": "https://github.com/Codertocat/Hello-World/commit/6113728f27ae82c7b1a177c8d03f9e96e0adf246",
        "author": {
          "name": "Codertocat",
          "email": "21031067+Codertocat@users.noreply.github.com",
          "username": "Codertocat"
        },
        "committer": {
          "name": "Codertocat",
          "email": "21031067+Codertocat@users.noreply.github.com",
          "username": "Codertocat"
        },
        "added": [
          "README.md"
        ],
        "removed": [],
        "modified": []
      }
    }
  },
  {
    "id": "google-form",
    "workflow": {
      "id": "google-form",
      "name": "Google Forms response",
      "version": "1.0.0",
      "nodes": [
        {
          "id": "form",
          "type": "webhook-trigger",
          "typeVersion": 1,
          "label": "google_form",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 0
          },
          "config": {
            "auth": "none",
            "response": "when-finished"
          }
        },
        {
          "id": "sort",
          "type": "switch",
          "typeVersion": 1,
          "label": "Sort",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 0
          },
          "config": {
            "mode": "rules",
            "cases": [
              {
                "id": "promoter",
                "label": "Promoter",
                "field": "responses.score",
                "operator": "greater_than_or_equal",
                "value": 9
              },
              {
                "id": "passive",
                "label": "Passive",
                "field": "responses.score",
                "operator": "between",
                "value": [
                  7,
                  8
                ]
              }
            ]
          }
        },
        {
          "id": "thanks",
          "type": "transformer",
          "typeVersion": 1,
          "label": "Thanks",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 0
          },
          "config": {
            "mappings": {
              "to": "{{ google_form.responses.email }}",
              "text": "Thank you, {{ google_form.responses.name }}! Would you tell your friends about {{ google_form.form.title }}?",
              "group": "promoter"
            }
          }
        },
        {
          "id": "ask",
          "type": "transformer",
          "typeVersion": 1,
          "label": "Ask",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 160
          },
          "config": {
            "mappings": {
              "to": "{{ google_form.responses.email }}",
              "text": "Thank you, {{ google_form.responses.name }}. What would make it better?",
              "group": "passive"
            }
          }
        },
        {
          "id": "sorry",
          "type": "transformer",
          "typeVersion": 1,
          "label": "Sorry",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 320
          },
          "config": {
            "mappings": {
              "to": "{{ google_form.responses.email }}",
              "text": "We are sorry, {{ google_form.responses.name }}. Somebody will call you.",
              "group": "detractor"
            }
          }
        },
        {
          "id": "result",
          "type": "output",
          "typeVersion": 1,
          "label": "Result",
          "enabled": true,
          "position": {
            "x": 840,
            "y": 0
          },
          "config": {}
        }
      ],
      "edges": [
        {
          "id": "form.main-sort",
          "source": "form",
          "sourceHandle": "main",
          "target": "sort",
          "targetHandle": "main"
        },
        {
          "id": "sort.promoter-thanks",
          "source": "sort",
          "sourceHandle": "promoter",
          "target": "thanks",
          "targetHandle": "main"
        },
        {
          "id": "sort.passive-ask",
          "source": "sort",
          "sourceHandle": "passive",
          "target": "ask",
          "targetHandle": "main"
        },
        {
          "id": "sort.fallback-sorry",
          "source": "sort",
          "sourceHandle": "fallback",
          "target": "sorry",
          "targetHandle": "main"
        },
        {
          "id": "thanks.main-result",
          "source": "thanks",
          "sourceHandle": "main",
          "target": "result",
          "targetHandle": "main"
        },
        {
          "id": "ask.main-result",
          "source": "ask",
          "sourceHandle": "main",
          "target": "result",
          "targetHandle": "main"
        },
        {
          "id": "sorry.main-result",
          "source": "sorry",
          "sourceHandle": "main",
          "target": "result",
          "targetHandle": "main"
        }
      ],
      "settings": {
        "timezone": "UTC"
      },
      "notes": [],
      "groups": [],
      "metadata": {
        "description": "A response as a form script posts it: greets by the given name and sorts by the score.",
        "author": "Millrace",
        "tags": [
          "webhook",
          "form"
        ]
      }
    },
    "payload": {
      "form": {
        "id": "1FAIpQLSd",
        "title": "Spring workshop"
      },
      "responseId": "2_ABaOnud",
      "submittedAt": "2026-05-04T10:15:00.000Z",
      "responses": {
        "name": "Ada Lovelace",
        "email": "ada@example.com",
        "score": 10,
        "comments": "Loved the looms."
      }
    }
  },
  {
    "id": "issue-triage",
    "workflow": {
      "id": "issue-triage",
      "name": "Triage of GitHub issues",
      "version": "1.0.0",
      "nodes": [
        {
          "id": "opened",
          "type": "webhook-trigger",
          "typeVersion": 1,
          "label": "Issue opened",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 0
          },
          "config": {
            "methods": [
              "POST"
            ],
            "auth": "none",
            "response": "when-finished"
          }
        },
        {
          "id": "judge",
          "type": "llm",
          "typeVersion": 1,
          "label": "Triage",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 0
          },
          "config": {
            "aiModel": "example-model",
            "systemPrompt": "You do the triage of issues: what kind they are, and how urgent.",
            "aiPrompt": "Title: {{ trigger.issue.title }}\n\n{{ trigger.issue.body }}",
            "aiFormat": "object",
            "aiSchema": {
              "type": "object",
              "properties": {
                "kind": {
                  "type": "string",
                  "enum": [
                    "bug",
                    "feature",
                    "question"
                  ]
                },
                "priority": {
                  "type": "string",
                  "enum": [
                    "low",
                    "high"
                  ]
                },
                "reason": {
                  "type": "string"
                }
              },
              "required": [
                "kind",
                "priority",
                "reason"
              ],
              "additionalProperties": false
            }
          }
        },
        {
          "id": "label",
          "type": "github/update-issue",
          "typeVersion": 1,
          "label": "Label it",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 0
          },
          "config": {
            "owner": "{{ trigger.repository.owner.login }}",
            "repo": "{{ trigger.repository.name }}",
            "issueNumber": "{{ trigger.issue.number }}",
            "labels": [
              "{{ Triage.object.kind }}",
              "priority: {{ Triage.object.priority }}"
            ]
          }
        },
        {
          "id": "done",
          "type": "output",
          "typeVersion": 1,
          "label": "Done",
          "enabled": true,
          "position": {
            "x": 840,
            "y": 0
          },
          "config": {}
        }
      ],
      "edges": [
        {
          "id": "opened-judge",
          "source": "opened",
          "sourceHandle": "main",
          "target": "judge",
          "targetHandle": "main"
        },
        {
          "id": "judge-label",
          "source": "judge",
          "sourceHandle": "main",
          "target": "label",
          "targetHandle": "main"
        },
        {
          "id": "label-done",
          "source": "label",
          "sourceHandle": "main",
          "target": "done",
          "targetHandle": "main"
        }
      ],
      "settings": {
        "timezone": "UTC"
      },
      "notes": [],
      "groups": [],
      "metadata": {
        "description": "A model reads a new issue, and its labels say what kind it is and how urgent.",
        "tags": [
          "ai",
          "github",
          "webhook"
        ]
      }
    },
    "payload": {
      "action": "opened",
      "repository": {
        "name": "mill",
        "owner": {
          "login": "example"
        }
      },
      "issue": {
        "number": 7,
        "title": "It crashes at start",
        "body": "Version 2 fails with an error on my machine."
      }
    }
  },
  {
    "id": "long-timer",
    "workflow": {
      "id": "long-timer",
      "name": "Follow up after thirty days",
      "version": "1.0.0",
      "nodes": [
        {
          "id": "start",
          "type": "manual-trigger",
          "typeVersion": 1,
          "label": "Start",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 0
          },
          "config": {}
        },
        {
          "id": "wait",
          "type": "timer",
          "typeVersion": 1,
          "label": "Thirty days",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 0
          },
          "config": {
            "duration": "P30D"
          }
        },
        {
          "id": "follow",
          "type": "transformer",
          "typeVersion": 1,
          "label": "Follow up",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 0
          },
          "config": {
            "mappings": {
              "customer": "{{ trigger.customer }}",
              "text": "How is it going, {{ trigger.customer }}?"
            }
          }
        },
        {
          "id": "result",
          "type": "output",
          "typeVersion": 1,
          "label": "Result",
          "enabled": true,
          "position": {
            "x": 840,
            "y": 0
          },
          "config": {}
        }
      ],
      "edges": [
        {
          "id": "start.main-wait",
          "source": "start",
          "sourceHandle": "main",
          "target": "wait",
          "targetHandle": "main"
        },
        {
          "id": "wait.main-follow",
          "source": "wait",
          "sourceHandle": "main",
          "target": "follow",
          "targetHandle": "main"
        },
        {
          "id": "follow.main-result",
          "source": "follow",
          "sourceHandle": "main",
          "target": "result",
          "targetHandle": "main"
        }
      ],
      "settings": {
        "timezone": "UTC"
      },
      "notes": [],
      "groups": [],
      "metadata": {
        "description": "Sleeps for thirty days. While it sleeps it holds no job, no lease, no connection and no memory; restarts do not touch it.",
        "author": "Millrace",
        "tags": [
          "timer"
        ]
      }
    },
    "payload": {
      "customer": "Grace"
    }
  },
  {
    "id": "mail-and-reply",
    "workflow": {
      "id": "mail-and-reply",
      "name": "Ask by mail and wait for the answer",
      "version": "1.0.0",
      "nodes": [
        {
          "id": "ask",
          "type": "manual-trigger",
          "typeVersion": 1,
          "label": "Question",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 0
          },
          "config": {}
        },
        {
          "id": "send",
          "type": "email/send",
          "typeVersion": 1,
          "label": "Ask",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 0
          },
          "config": {
            "to": [
              "{{ trigger.who }}"
            ],
            "subject": "{{ trigger.question }}",
            "text": "{{ trigger.question }}\n\nPlease answer this mail.\n"
          }
        },
        {
          "id": "reply",
          "type": "email/wait-for-reply",
          "typeVersion": 1,
          "label": "Answer",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 0
          },
          "config": {
            "messageId": "{{ Ask.messageId }}",
            "timeoutHours": 48,
            "pollIntervalSeconds": 10
          }
        },
        {
          "id": "said",
          "type": "transformer",
          "typeVersion": 1,
          "label": "Said",
          "enabled": true,
          "position": {
            "x": 840,
            "y": 0
          },
          "config": {
            "mappings": {
              "by": "{{ Answer.from }}",
              "said": "{{ Answer.text }}"
            }
          }
        },
        {
          "id": "nobody",
          "type": "output",
          "typeVersion": 1,
          "label": "Nobody answered",
          "enabled": true,
          "position": {
            "x": 840,
            "y": 160
          },
          "config": {}
        },
        {
          "id": "end",
          "type": "output",
          "typeVersion": 1,
          "label": "End",
          "enabled": true,
          "position": {
            "x": 1120,
            "y": 0
          },
          "config": {}
        }
      ],
      "edges": [
        {
          "id": "ask-send",
          "source": "ask",
          "sourceHandle": "main",
          "target": "send",
          "targetHandle": "main"
        },
        {
          "id": "send-reply",
          "source": "send",
          "sourceHandle": "main",
          "target": "reply",
          "targetHandle": "main"
        },
        {
          "id": "reply-said",
          "source": "reply",
          "sourceHandle": "main",
          "target": "said",
          "targetHandle": "main"
        },
        {
          "id": "reply-nobody",
          "source": "reply",
          "sourceHandle": "timeout",
          "target": "nobody",
          "targetHandle": "main"
        },
        {
          "id": "said-end",
          "source": "said",
          "sourceHandle": "main",
          "target": "end",
          "targetHandle": "main"
        }
      ],
      "settings": {
        "timezone": "UTC"
      },
      "notes": [],
      "groups": [],
      "metadata": {
        "description": "Sends a question by mail and sleeps until somebody answers it, or two days are over.",
        "tags": [
          "mail",
          "wait"
        ]
      }
    },
    "payload": {
      "who": "ada@acme.example",
      "question": "May we ship order A-2?"
    }
  },
  {
    "id": "nightly-report",
    "workflow": {
      "id": "nightly-report",
      "name": "Nightly order report",
      "version": "1.0.0",
      "nodes": [
        {
          "id": "nightly",
          "type": "schedule-trigger",
          "typeVersion": 1,
          "label": "Every night",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 0
          },
          "config": {
            "mode": "cron",
            "cron": "0 2 * * *",
            "timezone": "Europe/Berlin",
            "misfire": "run-once",
            "overlap": "skip"
          }
        },
        {
          "id": "byhand",
          "type": "manual-trigger",
          "typeVersion": 1,
          "label": "By hand",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 160
          },
          "config": {}
        },
        {
          "id": "orders",
          "type": "http-request",
          "typeVersion": 1,
          "label": "Orders",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 0
          },
          "config": {
            "method": "GET",
            "url": "http://127.0.0.1:4010/orders"
          },
          "settings": {
            "retry": {
              "maxAttempts": 5,
              "backoff": "exponential",
              "baseMs": 1000,
              "maxMs": 60000
            },
            "onError": "stop",
            "join": "any"
          }
        },
        {
          "id": "report",
          "type": "transformer",
          "typeVersion": 1,
          "label": "Report",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 0
          },
          "config": {
            "mappings": {
              "orders": {
                "$expr": "size(Orders.data.orders)"
              },
              "total": {
                "$expr": "round(Orders.data.orders.map(o, double(o.amount)).sum() * 100.0) / 100.0"
              },
              "open": {
                "$expr": "Orders.data.orders.filter(o, o.status == \"open\").map(o, o.id)"
              }
            }
          }
        },
        {
          "id": "keep",
          "type": "storage",
          "typeVersion": 1,
          "label": "Keep",
          "enabled": true,
          "position": {
            "x": 840,
            "y": 0
          },
          "config": {
            "operation": "write",
            "key": "reports/latest",
            "value": "{{ Report }}"
          }
        },
        {
          "id": "tell",
          "type": "log",
          "typeVersion": 1,
          "label": "Tell",
          "enabled": true,
          "position": {
            "x": 1120,
            "y": 0
          },
          "config": {
            "level": "info",
            "message": "{{ Report.orders }} orders, {{ Report.total }} in all"
          }
        },
        {
          "id": "result",
          "type": "output",
          "typeVersion": 1,
          "label": "Result",
          "enabled": true,
          "position": {
            "x": 1400,
            "y": 0
          },
          "config": {
            "value": "{{ Report.data }}"
          }
        }
      ],
      "edges": [
        {
          "id": "nightly.main-orders",
          "source": "nightly",
          "sourceHandle": "main",
          "target": "orders",
          "targetHandle": "main"
        },
        {
          "id": "byhand.main-orders",
          "source": "byhand",
          "sourceHandle": "main",
          "target": "orders",
          "targetHandle": "main"
        },
        {
          "id": "orders.main-report",
          "source": "orders",
          "sourceHandle": "main",
          "target": "report",
          "targetHandle": "main"
        },
        {
          "id": "report.main-keep",
          "source": "report",
          "sourceHandle": "main",
          "target": "keep",
          "targetHandle": "main"
        },
        {
          "id": "keep.main-tell",
          "source": "keep",
          "sourceHandle": "main",
          "target": "tell",
          "targetHandle": "main"
        },
        {
          "id": "tell.main-result",
          "source": "tell",
          "sourceHandle": "main",
          "target": "result",
          "targetHandle": "main"
        }
      ],
      "settings": {
        "timezone": "Europe/Berlin"
      },
      "notes": [],
      "groups": [],
      "metadata": {
        "description": "Every night at two o’clock in Berlin: fetches the orders of the day, adds them up with expressions, keeps the report and logs it. May be started by hand too.",
        "author": "Millrace",
        "tags": [
          "schedule",
          "report"
        ]
      }
    },
    "payload": {}
  },
  {
    "id": "order-approval",
    "workflow": {
      "id": "order-approval",
      "name": "Order approval (exchange form)",
      "version": "1.0.0",
      "nodes": [
        {
          "id": "trigger",
          "type": "trigger",
          "label": "Order",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 0
          },
          "config": {
            "triggerType": "manual"
          }
        },
        {
          "id": "action-1",
          "type": "action",
          "label": "Fetch Data",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 0
          },
          "config": {
            "actionId": "system/http-request",
            "url": "http://127.0.0.1:4010/orders",
            "method": "GET",
            "headers": "{\"Authorization\": \"Bearer {{trigger.token}}\"}"
          }
        },
        {
          "id": "approval-1",
          "type": "approval-gate",
          "label": "Manager Approval",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 0
          },
          "config": {
            "eventName": "manager_approval",
            "timeoutHours": 24,
            "message": "Please review order {{trigger.order}}"
          }
        },
        {
          "id": "note",
          "type": "activity",
          "label": "Note",
          "enabled": true,
          "position": {
            "x": 840,
            "y": 0
          },
          "config": {
            "actionId": "transformer",
            "mappings": {
              "order": "{{trigger.order}}",
              "orders": {
                "$expr": "size(FetchData.data.orders)"
              },
              "approved": "{{ManagerApproval.decision.approved}}",
              "reason": {
                "$expr": "orElse(ManagerApproval.decision.reason, \"no reason given\")"
              }
            }
          }
        }
      ],
      "edges": [
        {
          "id": "e1",
          "source": "trigger",
          "target": "action-1"
        },
        {
          "id": "e2",
          "source": "action-1",
          "target": "approval-1"
        },
        {
          "id": "e3",
          "source": "approval-1",
          "target": "note",
          "sourceHandle": "approved"
        }
      ],
      "executionOrder": [
        "trigger",
        "action-1",
        "approval-1",
        "note"
      ],
      "metadata": {
        "description": "Written in the exchange form of other tools: an HTTP call, an approval, a note.",
        "author": "Millrace",
        "tags": [
          "approval",
          "exchange"
        ]
      }
    },
    "payload": {
      "order": "A-9",
      "token": "demo"
    }
  },
  {
    "id": "parallel-fan-out",
    "workflow": {
      "id": "parallel-fan-out",
      "name": "Weather of six cities at once",
      "version": "1.0.0",
      "nodes": [
        {
          "id": "start",
          "type": "manual-trigger",
          "typeVersion": 1,
          "label": "Start",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 0
          },
          "config": {}
        },
        {
          "id": "berlin",
          "type": "http-request",
          "typeVersion": 1,
          "label": "Berlin",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 0
          },
          "config": {
            "method": "GET",
            "url": "http://127.0.0.1:4010/weather",
            "query": {
              "city": "berlin"
            }
          }
        },
        {
          "id": "nairobi",
          "type": "http-request",
          "typeVersion": 1,
          "label": "Nairobi",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 160
          },
          "config": {
            "method": "GET",
            "url": "http://127.0.0.1:4010/weather",
            "query": {
              "city": "nairobi"
            }
          }
        },
        {
          "id": "lima",
          "type": "http-request",
          "typeVersion": 1,
          "label": "Lima",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 320
          },
          "config": {
            "method": "GET",
            "url": "http://127.0.0.1:4010/weather",
            "query": {
              "city": "lima"
            }
          }
        },
        {
          "id": "osaka",
          "type": "http-request",
          "typeVersion": 1,
          "label": "Osaka",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 480
          },
          "config": {
            "method": "GET",
            "url": "http://127.0.0.1:4010/weather",
            "query": {
              "city": "osaka"
            }
          }
        },
        {
          "id": "quito",
          "type": "http-request",
          "typeVersion": 1,
          "label": "Quito",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 640
          },
          "config": {
            "method": "GET",
            "url": "http://127.0.0.1:4010/weather",
            "query": {
              "city": "quito"
            }
          }
        },
        {
          "id": "accra",
          "type": "http-request",
          "typeVersion": 1,
          "label": "Accra",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 800
          },
          "config": {
            "method": "GET",
            "url": "http://127.0.0.1:4010/weather",
            "query": {
              "city": "accra"
            }
          }
        },
        {
          "id": "join",
          "type": "merge",
          "typeVersion": 1,
          "label": "Join",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 0
          },
          "config": {
            "mode": "append",
            "listPath": "readings"
          }
        },
        {
          "id": "warmest",
          "type": "transformer",
          "typeVersion": 1,
          "label": "Warmest",
          "enabled": true,
          "position": {
            "x": 840,
            "y": 0
          },
          "config": {
            "mappings": {
              "cities": {
                "$expr": "size(input)"
              },
              "warmest": {
                "$expr": "input.sortBy(\"celsius\").last().city"
              }
            }
          }
        },
        {
          "id": "result",
          "type": "output",
          "typeVersion": 1,
          "label": "Result",
          "enabled": true,
          "position": {
            "x": 1120,
            "y": 0
          },
          "config": {}
        }
      ],
      "edges": [
        {
          "id": "start.main-berlin",
          "source": "start",
          "sourceHandle": "main",
          "target": "berlin",
          "targetHandle": "main"
        },
        {
          "id": "berlin.main-join",
          "source": "berlin",
          "sourceHandle": "main",
          "target": "join",
          "targetHandle": "main"
        },
        {
          "id": "start.main-nairobi",
          "source": "start",
          "sourceHandle": "main",
          "target": "nairobi",
          "targetHandle": "main"
        },
        {
          "id": "nairobi.main-join",
          "source": "nairobi",
          "sourceHandle": "main",
          "target": "join",
          "targetHandle": "main"
        },
        {
          "id": "start.main-lima",
          "source": "start",
          "sourceHandle": "main",
          "target": "lima",
          "targetHandle": "main"
        },
        {
          "id": "lima.main-join",
          "source": "lima",
          "sourceHandle": "main",
          "target": "join",
          "targetHandle": "main"
        },
        {
          "id": "start.main-osaka",
          "source": "start",
          "sourceHandle": "main",
          "target": "osaka",
          "targetHandle": "main"
        },
        {
          "id": "osaka.main-join",
          "source": "osaka",
          "sourceHandle": "main",
          "target": "join",
          "targetHandle": "main"
        },
        {
          "id": "start.main-quito",
          "source": "start",
          "sourceHandle": "main",
          "target": "quito",
          "targetHandle": "main"
        },
        {
          "id": "quito.main-join",
          "source": "quito",
          "sourceHandle": "main",
          "target": "join",
          "targetHandle": "main"
        },
        {
          "id": "start.main-accra",
          "source": "start",
          "sourceHandle": "main",
          "target": "accra",
          "targetHandle": "main"
        },
        {
          "id": "accra.main-join",
          "source": "accra",
          "sourceHandle": "main",
          "target": "join",
          "targetHandle": "main"
        },
        {
          "id": "join.main-warmest",
          "source": "join",
          "sourceHandle": "main",
          "target": "warmest",
          "targetHandle": "main"
        },
        {
          "id": "warmest.main-result",
          "source": "warmest",
          "sourceHandle": "main",
          "target": "result",
          "targetHandle": "main"
        }
      ],
      "settings": {
        "timezone": "UTC"
      },
      "notes": [],
      "groups": [],
      "metadata": {
        "description": "Six HTTP calls of 300 ms each run at the same time; a join waits for all of them.",
        "author": "Millrace",
        "tags": [
          "parallel",
          "http"
        ]
      }
    },
    "payload": {}
  },
  {
    "id": "report-by-mail",
    "workflow": {
      "id": "report-by-mail",
      "name": "Daily report by mail",
      "version": "1.0.0",
      "nodes": [
        {
          "id": "daily",
          "type": "schedule-trigger",
          "typeVersion": 1,
          "label": "Every morning",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 0
          },
          "config": {
            "mode": "cron",
            "cron": "0 7 * * 1-5",
            "timezone": "Europe/Berlin",
            "misfire": "run-once",
            "overlap": "skip"
          }
        },
        {
          "id": "byhand",
          "type": "manual-trigger",
          "typeVersion": 1,
          "label": "By hand",
          "enabled": true,
          "position": {
            "x": 0,
            "y": 160
          },
          "config": {}
        },
        {
          "id": "orders",
          "type": "http-request",
          "typeVersion": 1,
          "label": "Orders",
          "enabled": true,
          "position": {
            "x": 280,
            "y": 0
          },
          "config": {
            "url": "http://127.0.0.1:4010/orders"
          },
          "settings": {
            "onError": "stop",
            "join": "any"
          }
        },
        {
          "id": "figures",
          "type": "transformer",
          "typeVersion": 1,
          "label": "Figures",
          "enabled": true,
          "position": {
            "x": 560,
            "y": 0
          },
          "config": {
            "mappings": {
              "count": {
                "$expr": "size(Orders.orders)"
              },
              "open": {
                "$expr": "size(Orders.orders.filter(o, o.status == 'open'))"
              }
            }
          }
        },
        {
          "id": "send",
          "type": "email/send",
          "typeVersion": 1,
          "label": "Send report",
          "enabled": true,
          "position": {
            "x": 840,
            "y": 0
          },
          "config": {
            "to": [
              "team@acme.example"
            ],
            "subject": "{{ Figures.count }} orders, {{ Figures.open }} open",
            "text": "Good morning!\n\nThere are {{ Figures.count }} orders, {{ Figures.open }} of them are open.\n"
          }
        },
        {
          "id": "sent",
          "type": "output",
          "typeVersion": 1,
          "label": "Sent",
          "enabled": true,
          "position": {
            "x": 1120,
            "y": 0
          },
          "config": {}
        }
      ],
      "edges": [
        {
          "id": "daily-orders",
          "source": "daily",
          "sourceHandle": "main",
          "target": "orders",
          "targetHandle": "main"
        },
        {
          "id": "byhand-orders",
          "source": "byhand",
          "sourceHandle": "main",
          "target": "orders",
          "targetHandle": "main"
        },
        {
          "id": "orders-figures",
          "source": "orders",
          "sourceHandle": "main",
          "target": "figures",
          "targetHandle": "main"
        },
        {
          "id": "figures-send",
          "source": "figures",
          "sourceHandle": "main",
          "target": "send",
          "targetHandle": "main"
        },
        {
          "id": "send-sent",
          "source": "send",
          "sourceHandle": "main",
          "target": "sent",
          "targetHandle": "main"
        }
      ],
      "settings": {
        "timezone": "Europe/Berlin"
      },
      "notes": [],
      "groups": [],
      "metadata": {
        "description": "On weekdays at seven: fetches the orders and mails how many there are and how many are open.",
        "tags": [
          "mail",
          "schedule",
          "report"
        ]
      }
    },
    "payload": {}
  }
];
