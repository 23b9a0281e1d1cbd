extension RemovedNames {
  static let science: [String: [String: String]] = [
    "numpy": [
      "1.18": "rank",
      "1.19": "int_asbuffer",
      "1.20": "sctypeNA typeNA",
      "1.22": "Bytes0 Datetime64 Str0 Uint64 loads mafromtxt ndfromtxt",
      "1.23": "alen asscalar",
      "1.24": "MachAr complex float int object str typeDict unicode",
      "1.25": "Tester dual use_hugepage",
      "2.0": """
      ALLOW_THREADS AxisError BUFSIZE CLIP ComplexWarning DataSource Inf Infinity MAXDIMS \
      ModuleDeprecationWarning NAN NINF NZERO NaN PINF PZERO RAISE RankWarning TooHardError \
      VisibleDeprecationWarning WRAP add_docstring add_newdoc add_newdoc_ufunc alltrue array_api asfarray \
      bool8 byte_bounds bytes0 cast cfloat clongfloat compare_chararrays complex_ cumproduct \
      deprecate_with_doc disp fastCopyAndTranspose find_common_type float_ format_parser fv get_array_wrap \
      geterrobj infty int0 ipmt irr issctype issubclass_ issubsctype kernel_version longcomplex longfloat \
      lookfor mat maximum_sctype mirr msort nbytes nper npv numarray obj2sctype object0 oldnumeric pmt ppmt \
      product pv rate recfromcsv recfromtxt round_ safe_eval sctype2char sctypes set_numeric_ops \
      set_string_function seterrobj singlecomplex sometrue source str0 string_ tracemalloc_domain uint0 \
      unicode_ void0 who
      """,
      "2.3": "compat",
      "2.4": "in1d trapz",
      "2.5": "chararray row_stack",
    ],
    "scipy": [
      "1.12": """
      alltrue amax amin append arange arccos arcsin arctan arctan2 argmax argmin argsort around asarray \
      average bincount ceil clip complex128 complex64 concatenate conj convolve correlate cos cosh cross \
      cumprod cumsum delete diag diff divide dot dtype e empty exp expand_dims eye fill_diagonal finfo \
      flatnonzero fliplr flipud float32 float64 floor fmod fromfile full hanning histogram hstack hypot \
      identity imag in1d inf inner insert int16 int32 int64 int8 interp intersect1d isfinite isinf isnan isnat \
      isscalar kron linspace log log10 log2 logical_and logical_not logical_or logspace mat matrix maximum \
      mean median meshgrid mgrid minimum mod nan nan_to_num nanmax nanmean nanmin ndarray newaxis nonzero ones \
      ones_like outer percentile pi piecewise polyfit polyval power prod product ptp rand randn ravel real \
      repeat reshape roll rollaxis rot90 round_ savetxt shape sign sin sinc sinh size sort sqrt square squeeze \
      std sum swapaxes tan tanh tensordot tile transpose trapz tri tril triu uint16 uint32 uint64 uint8 unique \
      unwrap var vstack where zeros zeros_like
      """
    ],
    "scipy.integrate": [
      "1.9": "quad_explain",
      "1.14": "cumtrapz simps trapz",
      "1.15": "AccuracyWarning quadrature romberg",
    ],
    "scipy.linalg": [
      "1.9": "pinv2",
      "1.13": "flinalg tri tril triu",
      "1.17": "kron",
    ],
    "scipy.misc": [
      "1.15": "ascent central_diff_weights derivative electrocardiogram face"
    ],
    "scipy.signal": [
      "1.6": "slepian",
      "1.8": "sigtools",
      "1.9": "hanning",
      "1.13": """
      barthann bartlett blackman blackmanharris bohman boxcar bspline chebwin cosine cubic exponential flattop \
      gaussian general_gaussian hamming hann impulse2 kaiser lsim2 nuttall parzen quadratic step2 triang tukey
      """,
      "1.15": "cascade cmplx_sort cwt daub morlet morlet2 qmf ricker",
    ],
    "scipy.special": [
      "1.15": "btdtr btdtri",
      "1.17": "clpmn lpmn lpn sph_harm",
    ],
    "scipy.stats": [
      "1.6": "frechet_l frechet_r",
      "1.9": """
      BootstrapDegenerateDistributionWarning F_onewayBadInputSizesWarning F_onewayConstantInputWarning \
      PearsonRConstantInputWarning PearsonRNearConstantInputWarning SpearmanRConstantInputWarning itemfreq \
      median_absolute_deviation
      """,
      "1.10": "NumericalInverseHermite",
      "1.11": "gilbrat",
      "1.12": "binom_test statlib",
      "1.15": "rvs_ratio_uniforms",
      "1.16": "trapz",
      "1.17": "find_repeats",
    ],
    "pandas": [
      "2.0": "Float64Index Int64Index UInt64Index",
      "3.0": "read_gbq value_counts",
    ],
    "pandas.errors": [
      "2.1": "AccessorRegistrationWarning",
      "3.0": "SettingWithCopyError SettingWithCopyWarning",
    ],
    "networkx": [
      "2.6": "nx_yaml read_yaml write_yaml",
      "3.0": """
      OrderedDiGraph OrderedGraph OrderedMultiDiGraph OrderedMultiGraph adj_matrix authority_matrix \
      betweenness_centrality_source edge_betweenness extrema_bounding find_cores from_numpy_matrix \
      from_scipy_sparse_matrix gpickle hits_numpy hits_scipy hub_matrix info jit jit_data jit_graph \
      k_nearest_neighbors make_small_graph numeric_mixing_matrix nx_shp ordered pagerank_numpy pagerank_scipy \
      project read_gpickle read_shp simrank_similarity_numpy testing to_numpy_matrix to_numpy_recarray \
      to_scipy_sparse_matrix write_gpickle write_shp
      """,
      "3.2": "backends cliques_containing_node graph_clique_number graph_number_of_cliques",
      "3.4": "forest_str join random_tree strongly_connected_components_recursive",
      "3.5": "all_triplets d_separated minimal_d_separator random_triad total_spanning_tree_weight",
      "3.6": "compute_v_structures",
    ],
    "sklearn.datasets": [
      "1.2": "load_boston"
    ],
    "sklearn.inspection": [
      "1.2": "plot_partial_dependence"
    ],
    "sklearn.metrics": [
      "0.23": "calinski_harabaz_score jaccard_similarity_score",
      "1.2": "plot_confusion_matrix plot_det_curve plot_precision_recall_curve plot_roc_curve",
      "1.3": "SCORERS",
    ],
    "sklearn.model_selection": [
      "1.0": "fit_grid_point"
    ],
    "sklearn.neighbors": [
      "1.3": "DistanceMetric"
    ],
    "sklearn.random_projection": [
      "0.24": "gaussian_random_matrix sparse_random_matrix"
    ],
    "sklearn.utils": [
      "0.24": "safe_indexing",
      "1.0": "graph_shortest_path",
      "1.5": """
      axis0_safe_slice check_matplotlib_support check_pandas_support get_chunk_n_rows indices_to_mask \
      is_scalar_nan
      """,
      "1.7": "IS_PYPY parallel_backend register_parallel_backend tosequence",
    ],
    "sklearn.linear_model": [
      "1.6": "Hinge Huber Log ModifiedHuber SquaredLoss"
    ],
    "matplotlib": [
      "3.3": """
      checkdep_dvipng checkdep_ghostscript checkdep_inkscape checkdep_pdftops dedent get_label \
      get_py2exe_datafiles tk_window_focus
      """,
      "3.4": "checkdep_ps_distiller compare_versions get_home",
      "3.5": "compat ttconv",
      "3.6": "mplDeprecation",
      "3.7": "URL_REGEX blocking_input is_url",
      "3.8": "afm checkdep_usetex fontconfig_pattern tight_bbox tight_layout type1font",
    ],
    "matplotlib.cbook": [
      "3.2": "Bunch GetRealpathAndStat Locked is_numlike listFiles mkdirs unicode_safe",
      "3.3": "WeakMethod dedent get_label is_hashable iterable safezip",
      "3.5": "IgnoredKeywordWarning get_realpath_and_stat local_over_kwdict",
      "3.6": "deprecation warn_deprecated",
      "3.7": "report_memory",
      "3.8": "MatplotlibDeprecationWarning maxdict mplDeprecation",
      "3.10": "Stack",
    ],
    "matplotlib.cm": [
      "3.2": "cmapname",
      "3.4": "revcmap",
      "3.6": "cmap_d",
      "3.7": "LUTSIZE",
      "3.9": "register_cmap unregister_cmap",
      "3.10": "scale",
    ],
    "matplotlib.colors": [
      "3.4": "DivergingNorm makeMappingArray"
    ],
    "matplotlib.dates": [
      "3.3": "bytespdate2num hours minutes seconds strpdate2num weeks",
      "3.4": "mx2num",
      "3.5": "IndexDateFormatter",
      "3.7": "epoch2num num2epoch",
      "3.8": "date_ticker_factory",
      "3.9": "JULIAN_OFFSET julian2num num2julian",
    ],
    "matplotlib.mlab": [
      "3.3": "demean",
      "3.4": "apply_window stride_repeat",
      "3.8": "stride_windows",
    ],
    "matplotlib.pyplot": [
      "3.2": "pylab_setup",
      "3.3": "dedent get_scale_docs plotfile silent_list warn_deprecated",
      "3.5": "SubplotTool",
      "3.9": "register_cmap",
    ],
    "matplotlib.docstring": [
      "3.3": "Appender copy_dedent dedent",
      "3.8": "Substitution dedent_interpd interpd",
    ],
  ]
}
