;;; tm-mode.el --- Threat models of Drawbridge -*- lexical-binding: t -*-

;; SPDX-FileCopyrightText: The Drawbridge authors
;; SPDX-License-Identifier: Apache-2.0

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages, tools

;;; Commentary:

;; A mode for `.tm' files: colours, comments, indentation, and with eglot everything that `tm lsp' answers.

;;; Code:

(declare-function eglot-current-server "eglot")
(declare-function jsonrpc-request "jsonrpc")
(defvar eglot-server-programs)

(defgroup tm nil "Threat models of Drawbridge." :group 'languages :prefix "tm-")

(defcustom tm-command '("tm" "lsp")
  "How the language server is started."
  :type '(repeat string)
  :safe #'ignore)

(defcustom tm-indent-offset 2
  "How many spaces a body is indented by."
  :type 'integer
  :safe #'integerp)

;; The words of the schema; a test compares them.
(defconst tm-keywords
  '("model" "import" "zone" "category" "asset" "hazard" "boundary" "external" "process" "store" "interface" "component" "flow"
    "control" "requirement" "verification" "threat" "decision" "matrix" "row" "assumption" "document" "view" "rule"
    "policy" "exempt")
  "The words that start a declaration.")

(defconst tm--name "[A-Za-z][A-Za-z0-9_.-]*"
  "What a name or a path looks like.")

(defvar tm-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?/ ". 12" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\r ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?\\ "\\" table)
    (modify-syntax-entry ?- "_" table)
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?' "." table)
    table)
  "Syntax table of `tm-mode'.")

(defconst tm-font-lock-keywords
  (let ((start "\\(?:^\\|[;{}]\\|)\\)[ \t]*"))
    `((,(concat "@[ \t]*" tm--name) . font-lock-preprocessor-face)
      (,(concat start "\\(" tm--name "\\)[ \t]*:") 1 font-lock-variable-name-face)
      (,(concat start "\\(flow\\)[ \t]+\\(" tm--name "\\)[ \t]*:")
       (1 font-lock-keyword-face) (2 font-lock-function-name-face))
      (,(concat start "\\(flow\\|import\\)\\_>") 1 font-lock-keyword-face)
      (,(concat start (regexp-opt tm-keywords "\\(") "\\_>\\(?:[ \t]+\\(" tm--name "\\)\\)?")
       (1 font-lock-keyword-face) (2 font-lock-type-face nil t))
      ("\\_<[0-9][0-9.-]*\\_>" . font-lock-constant-face)
      ("\\_<\\(?:yes\\|no\\)\\_>" . font-lock-constant-face)))
  "Colours beyond those of comments and texts.")

(defun tm-indent-line ()
  "Indent the line by the braces and parentheses around it."
  (interactive)
  (let* ((depth (save-excursion
                  (back-to-indentation)
                  (let ((state (syntax-ppss)))
                    (if (nth 3 state)
                        nil
                      (- (car state) (if (looking-at "[})]") 1 0))))))
         (column (current-column))
         (indentation (current-indentation)))
    (if (null depth)
        'noindent
      (indent-line-to (* tm-indent-offset (max 0 depth)))
      (when (> column indentation)
        (move-to-column (+ (current-indentation) (- column indentation)))))))

(defun tm--execute (command &rest arguments)
  "Ask the language server to run COMMAND with ARGUMENTS."
  (unless (and (fboundp 'eglot-current-server) (eglot-current-server))
    (user-error "The language server does not run: M-x eglot"))
  (jsonrpc-request (eglot-current-server) :workspace/executeCommand
                   (list :command command :arguments (vconcat arguments))))

(defun tm-show-diagram ()
  "Show the diagram of the view at point, or else of the whole model."
  (interactive)
  (let* ((position (list :line (1- (line-number-at-pos nil t)) :character 0))
         (uri (concat "file://" (mapconcat #'url-hexify-string (split-string (expand-file-name buffer-file-name) "/") "/")))
         (svg (plist-get (tm--execute "tm.showDiagram" uri position) :svg)))
    (with-current-buffer (get-buffer-create "*tm diagram*")
      (let ((inhibit-read-only t))
        (fundamental-mode)
        (erase-buffer)
        (insert svg)
        (when (image-type-available-p 'svg) (image-mode)))
      (display-buffer (current-buffer)))))

(defun tm-explain (name)
  "Show the page of the rule, check, threat or word NAME."
  (interactive (list (read-string "Explain: " (thing-at-point 'symbol t))))
  (let ((page (tm--execute "tm.explain" name)))
    (with-current-buffer (get-buffer-create "*tm explain*")
      (let ((inhibit-read-only t))
        (erase-buffer)
        (insert page)
        (goto-char (point-min))
        (view-mode 1))
      (display-buffer (current-buffer)))))

(defvar tm-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "C-c C-d") #'tm-show-diagram)
    (define-key map (kbd "C-c C-e") #'tm-explain)
    map)
  "Keys of `tm-mode'.")

;;;###autoload
(define-derived-mode tm-mode prog-mode "tm"
  "Major mode for threat models of Drawbridge."
  (setq-local comment-start "// ")
  (setq-local comment-start-skip "///?[ \t]*")
  (setq-local comment-end "")
  (setq-local indent-line-function #'tm-indent-line)
  (setq-local font-lock-defaults '(tm-font-lock-keywords))
  (setq-local imenu-generic-expression
              `((nil ,(concat "^[ \t]*" (regexp-opt tm-keywords) "[ \t]+\\(" tm--name "\\)") 1))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.tm\\'" . tm-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons 'tm-mode (lambda (&rest _) tm-command))))

(provide 'tm-mode)
;;; tm-mode.el ends here
