extension FuzzedParser {
  static let versions: [String] = [
    "1.0", "v2!1.2.3-alpha_4.post5.dev6+local.7-x", " 1.0rc1-3 ", "99999999999999999999.0.0+00.0a", "1.0.r.",
  ]
  static let specifiers: [String] = [
    ">=1.2, !=1.5.*,<2", "~=2.2.0", "===foobar,>1", "== 1.0.post1+cu121 , <= 3!2", ">=0.0.0.0.dev0",
  ]
  static let requirements: [String] = [
    "torch==2.7.1", "requests[security,tests] >= 2.8.1, == 2.8.* ; python_version < \"2.7\"",
    "pip @ https://github.com/pypa/pip/archive/1.3.1.zip#sha1=da9234ee ; os_name == 'nt'", "a (>=1,<2)",
    "name[a]===1;x,2 ; (extra == 'b' or extra == \"c\") and 'linux' in sys_platform",
  ]
  static let markers: [String] = [
    "python_version < '3.9' and extra == 'test'", "((os.name == 'posix'))", "'a\\x41\\u00e9' not in platform_version",
    "python_full_version >= \"3.11.0\" or (sys_platform != 'win32' and 'x' in extras)", "'1' == implementation_version",
  ]
  static let tags: [String] = [
    "py2.py3-none-any", "cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64", "cp311-cp311-musllinux_1_2_aarch64",
    "cp313-cp313t-linux_x86_64", "pp310-pypy310_pp73-win_amd64",
  ]
  static let metadata: [String] = [
    """
    Metadata-Version: 2.4
    Name: a
    Version: 1.0
    Requires-Python: >=3.9
    License: two
      lines
    Provides-Extra: test
    Requires-Dist: numpy>=1.0; extra == 'test'
    Requires-Dist: torch (>=2.0)

    Description: none
    """, "\u{FEFF}Name: b\r\nVersion:\r\n 2\r\nRequires-Dist: c[d]\r\n\te\r\n\r\nx",
  ]
  static let wheels: [String] = [
    "Wheel-Version: 1.0\nGenerator: bdist_wheel\nRoot-Is-Purelib: true\nTag: py3-none-any\nTag: cp311-cp311-linux_x86_64\n"
  ]
  static let records: [String] = [
    "x.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\n\"a,\"\"b.py\",,12\na-1.0.dist-info/RECORD,,\n../../bin/x,,\n"
  ]
  static let entryPoints: [String] = [
    "[console_scripts]\nrun = package.module:main [extra]\n# comment\n[a.b]\nname=module : a.b.c\n\n[gui_scripts]\nx = y\n"
  ]
  static let requiresTexts: [String] = [
    "a>=1\nb @ file:///x\n\n[test:python_version < '3']\nc\n\n[:sys_platform == 'linux']\nd[e]\n[docs]\nsphinx\n"
  ]
  static let directURLs: [String] = [
    "{\"url\": \"file:///x\", \"dir_info\": {\"editable\": true}}",
    "{\"url\": \"https://x/y\", \"vcs_info\": {\"vcs\": \"git\", \"commit_id\": \"7921be1537eac1e97bc40179a57f0349c2aee67d\"}}",
  ]
}
