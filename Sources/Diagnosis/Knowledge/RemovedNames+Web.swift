extension RemovedNames {
  static let web: [String: [String: String]] = [
    "werkzeug": [
      "1.0": """
      Aborter Accept AcceptMixin ArgumentValidationError Authorization AuthorizationMixin BaseRequest \
      BaseResponse CallbackDict CharsetAccept ClosingIterator CommonRequestDescriptorsMixin \
      CommonResponseDescriptorsMixin DebuggedApplication DispatcherMiddleware ETagRequestMixin \
      ETagResponseMixin ETags EnvironBuilder FileMultiDict FileWrapper HTMLBuilder HTTP_STATUS_CODES HeaderSet \
      Headers Href ImmutableList ImmutableMultiDict ImmutableOrderedMultiDict ImmutableTypeConversionDict \
      LanguageAccept LimitedStream Local LocalManager LocalProxy LocalStack MIMEAccept OrderedMultiDict \
      RequestCacheControl ResponseCacheControl ResponseStreamMixin SharedDataMiddleware TypeConversionDict \
      UserAgent UserAgentMixin WWWAuthenticate WWWAuthenticateMixin abort append_slash_redirect bind_arguments \
      check_password_hash contrib cookie_date create_environ dump_cookie dump_header dump_options_header \
      environ_property escape extract_path_info find_modules format_string generate_etag \
      generate_password_hash get_current_url get_host header_property http_date import_string iri_to_uri \
      is_entity_header is_hop_by_hop_header is_resource_modified make_line_iter parse_accept_header \
      parse_authorization_header parse_cache_control_header parse_cookie parse_date parse_dict_header \
      parse_etags parse_form_data parse_list_header parse_options_header parse_set_header \
      parse_www_authenticate_header peek_path_info pop_path_info quote_etag quote_header_value redirect \
      release_local remove_entity_headers remove_hop_by_hop_headers responder run_wsgi_app secure_filename \
      test_app unescape unquote_etag unquote_header_value uri_to_iri url_decode url_encode url_fix url_quote \
      url_quote_plus url_unquote url_unquote_plus validate_arguments wrap_file xhtml
      """,
      "2.0": "posixemulation",
      "2.1": "filesystem useragents",
    ],
    "werkzeug.security": [
      "2.1": "pbkdf2_bin pbkdf2_hex safe_str_cmp"
    ],
    "werkzeug.urls": [
      "2.0": "fix_tuple_repr normalize_string_tuple",
      "2.1": "Href",
      "3.0": """
      BaseURL BytesURL URL url_decode url_decode_stream url_encode url_encode_stream url_fix url_join \
      url_parse url_quote url_quote_plus url_unparse url_unquote url_unquote_plus
      """,
    ],
    "werkzeug.utils": [
      "1.0": "dump_cookie parse_cookie",
      "2.1": """
      ArgumentValidationError HTMLBuilder bind_arguments detect_utf_encoding format_string \
      invalidate_cached_property name2codepoint unescape validate_arguments xhtml
      """,
      "2.3": "url_quote",
    ],
    "werkzeug.wrappers": [
      "2.1": """
      AcceptMixin AuthorizationMixin BaseRequest BaseResponse CommonRequestDescriptorsMixin \
      CommonResponseDescriptorsMixin ETagRequestMixin ETagResponseMixin PlainRequest ResponseStreamMixin \
      StreamOnlyMixin UserAgentMixin WWWAuthenticateMixin accept auth base_request base_response \
      common_descriptors cors etag user_agent
      """
    ],
    "werkzeug.wsgi": [
      "1.0": "DispatcherMiddleware ProxyMiddleware SharedDataMiddleware",
      "2.3": """
      extract_path_info get_query_string get_script_name peek_path_info pop_path_info uri_to_iri url_join \
      url_parse url_quote
      """,
      "3.0": "make_chunk_iter make_line_iter",
    ],
    "werkzeug.http": [
      "1.0": "CharsetAccept Headers LanguageAccept MIMEAccept TypeConversionDict",
      "2.0": """
      Accept Authorization ContentRange ContentSecurityPolicy ETags HeaderSet IfRange Range \
      RequestCacheControl WWWAuthenticate bytes_to_wsgi wsgi_to_bytes
      """,
      "2.1": "cookie_date",
      "3.0": "parse_authorization_header parse_www_authenticate_header",
    ],
    "werkzeug.useragents": [
      "1.0": "UserAgentMixin",
      "2.1": "UserAgent UserAgentParser",
    ],
    "flask": [
      "3.0": "Markup escape"
    ],
    "flask.json": [
      "2.3": "JSONDecoder JSONEncoder htmlsafe_dump htmlsafe_dumps"
    ],
    "flask.helpers": [
      "2.3": "get_env",
      "3.0": "is_ip locked_cached_property",
    ],
    "click": [
      "8.0": "disable_unicode_literals_warning",
      "8.1": "get_os_args get_terminal_size",
      "8.2": "HelpOption",
    ],
    "urllib3": [
      "2.0": "get_host packages"
    ],
    "urllib3.util": [
      "2.0": "HAS_SNI PROTOCOL_TLS current_time get_host split_first",
      "2.2": "IS_SECURETRANSPORT",
    ],
    "sqlalchemy": [
      "1.4": "Binary IdentityOptions PassiveDefault cutils interfaces",
      "2.0": "ThreadLocalMetaData cimmutabledict cprocessors cresultproxy databases processors subquery",
    ],
    "sqlalchemy.engine": [
      "1.4": "BaseRowProxy RowProxy default_strategy threadlocal",
      "2.0": """
      BaseCursorResult BufferedColumnResultProxy BufferedColumnRow BufferedRowResultProxy \
      FullyBufferedResultProxy LegacyCursorResult LegacyRow
      """,
    ],
    "sqlalchemy.exc": [
      "1.4": "UnmappedColumnError",
      "2.0": "RemovedIn20Warning",
    ],
    "sqlalchemy.interfaces": [
      "1.4": "ConnectionProxy PoolListener"
    ],
    "sqlalchemy.orm": [
      "1.4": """
      AttributeExtension ComparableProperty MapperExtension SessionExtension comparable_property \
      compile_mappers deprecated_interfaces eagerload_all joinedload_all lazyload_all selectinload_all \
      subqueryload_all
      """,
      "2.0": "AttributeEvent NOT_EXTENSION eagerload public_factory relation",
    ],
    "sqlalchemy.pool": [
      "2.0": "clear_managers dbapi_proxy manage"
    ],
    "sqlalchemy.schema": [
      "1.4": "IdentityOptions PassiveDefault",
      "2.0": "DDLBase ThreadLocalMetaData",
    ],
    "sqlalchemy.types": [
      "1.4": "Binary"
    ],
    "jinja2": [
      "2.11": "asyncfilters",
      "3.0": "asyncsupport",
      "3.1": """
      Markup contextfilter contextfunction environmentfilter environmentfunction escape evalcontextfilter \
      evalcontextfunction
      """,
    ],
    "jinja2.ext": [
      "3.0": """
      BLOCK_END_STRING BLOCK_START_STRING COMMENT_END_STRING COMMENT_START_STRING ContextReference \
      ExtensionRegistry KEEP_TRAILING_NEWLINE LINE_COMMENT_PREFIX LINE_STATEMENT_PREFIX LSTRIP_BLOCKS \
      NEWLINE_SEQUENCE TRIM_BLOCKS VARIABLE_END_STRING VARIABLE_START_STRING contextfunction version_info \
      with_metaclass
      """,
      "3.1": "AutoEscapeExtension WithExtension autoescape with_",
    ],
    "jinja2.utils": [
      "3.0": "have_async_gen soft_unicode",
      "3.1": "Markup contextfunction environmentfunction escape evalcontextfunction unicode_urlencode",
    ],
  ]
}
