<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About Luthier</source>
        <translation>Luthier 정보</translation>
    </message>
    <message>
        <source>Luthier %1 fine-tunes models on your own data, on this computer.

Free software under the GNU General Public License, version 3 or later. Built with Qt %2, LibTorch, Apache Arrow and QCustomPlot.</source>
        <translation>Luthier %1: 내 데이터로, 이 컴퓨터에서 모델을 미세 조정합니다.

GNU 일반 공중 사용 허가서 3판 이상을 따르는 자유 소프트웨어입니다. Qt %2, LibTorch, Apache Arrow, QCustomPlot으로 만들었습니다.</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>at %1</source>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>%1: last value %2 at %3.</source>
        <translation>%1: 마지막 값 %2 (%3).</translation>
    </message>
    <message>
        <source>Start above %1 not shown</source>
        <translation>%1 초과 시작 부분 생략</translation>
    </message>
    <message>
        <source>Values above %1 not shown</source>
        <translation>%1 초과 값 생략</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>균형</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>fp32</source>
        <translation>fp32</translation>
    </message>
    <message>
        <source>One label a row</source>
        <translation>행마다 레이블 하나</translation>
    </message>
    <message>
        <source>Several labels a row</source>
        <translation>행마다 레이블 여럿</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>F1, mean over labels</source>
        <translation>F1, 레이블 평균</translation>
    </message>
    <message>
        <source>F1 over all rows</source>
        <translation>F1, 모든 행 기준</translation>
    </message>
    <message>
        <source>Precision, mean over labels</source>
        <translation>정밀도, 레이블 평균</translation>
    </message>
    <message>
        <source>Recall, mean over labels</source>
        <translation>재현율, 레이블 평균</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>모델 자체 방식</translation>
    </message>
    <message>
        <source>Mean of all tokens</source>
        <translation>모든 토큰의 평균</translation>
    </message>
</context>
<context>
    <name>ChooseData</name>
    <message>
        <source>Open data</source>
        <translation>데이터 열기</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>폴더 열기</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Stay</source>
        <translation>계속 있기</translation>
    </message>
    <message>
        <source>A run is going.</source>
        <translation>실행이 진행 중입니다.</translation>
    </message>
    <message>
        <source>Save and close. It continues from step %1 next time.</source>
        <translation>저장하고 닫습니다. 다음에 %1 스텝부터 이어집니다.</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>저장하고 닫기</translation>
    </message>
    <message>
        <source>A run is being prepared.</source>
        <translation>실행을 준비하고 있습니다.</translation>
    </message>
    <message>
        <source>It has made no step yet. The plan stays as it is.</source>
        <translation>아직 한 스텝도 학습하지 않았습니다. 계획은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>DataTexts</name>
    <message numerus="yes">
        <source>%Ln line(s) could not be read</source>
        <translation>
            <numerusform>%Ln개 줄을 읽을 수 없습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have no label</source>
        <translation>
            <numerusform>%Ln개 행에 레이블이 없습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are in no part of the split</source>
        <translation>
            <numerusform>%Ln개 행이 어느 분할에도 들어 있지 않습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) are checked on and trained on</source>
        <translation>
            <numerusform>%Ln개 텍스트가 학습과 평가에 함께 들어 있습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) stand there with different labels</source>
        <translation>
            <numerusform>%Ln개 텍스트의 레이블이 서로 다릅니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a label spelled unusually</source>
        <translation>
            <numerusform>%Ln개 행의 레이블 표기가 다릅니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) have too few rows for every part</source>
        <translation>
            <numerusform>%Ln개 레이블은 행이 너무 적어 모든 분할에 들어갈 수 없습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) are empty</source>
        <translation>
            <numerusform>%Ln개 텍스트가 비어 있습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) are exact copies of another</source>
        <translation>
            <numerusform>%Ln개 텍스트가 다른 텍스트와 똑같습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) are longer than the cut-off</source>
        <translation>
            <numerusform>%Ln개 텍스트가 최대 길이보다 깁니다</numerusform>
        </translation>
    </message>
    <message>
        <source>comma</source>
        <translation>쉼표</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>세미콜론</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>세로줄</translation>
    </message>
    <message>
        <source>Training cannot start with this data</source>
        <translation>이 데이터로는 학습을 시작할 수 없습니다</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>valid.</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>둘째 텍스트</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Row id</source>
        <translation>행 번호</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>쓰지 않음</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln행</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in use</source>
        <translation>
            <numerusform>사용 %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a label</source>
        <translation>
            <numerusform>레이블 없음 %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in no part</source>
        <translation>
            <numerusform>분할 밖 %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not split</source>
        <translation>
            <numerusform>나누지 않음 %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln줄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln header</source>
        <translation>
            <numerusform>머리글 %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <translation>
            <numerusform>읽지 못함 %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blank</source>
        <translation>
            <numerusform>빈 줄 %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further line(s) of rows</source>
        <translation>
            <numerusform>이어지는 줄 %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln개 파일을 읽을 수 없습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatasetWords</name>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>SHA-256 of the weights</source>
        <translation>가중치의 SHA-256</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Training file</source>
        <translation>학습 파일</translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation>검증 파일</translation>
    </message>
    <message>
        <source>Test file</source>
        <translation>테스트 파일</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>State of the data</source>
        <translation>데이터 상태</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>text: %1</source>
        <translation>텍스트: %1</translation>
    </message>
    <message>
        <source>second text: %1</source>
        <translation>두 번째 텍스트: %1</translation>
    </message>
    <message>
        <source>label: %1</source>
        <translation>레이블: %1</translation>
    </message>
    <message>
        <source>row id: %1</source>
        <translation>행 ID: %1</translation>
    </message>
    <message>
        <source>part: %1</source>
        <translation>부분: %1</translation>
    </message>
    <message>
        <source>as found in the file</source>
        <translation>파일에서 찾은 대로</translation>
    </message>
    <message>
        <source>nothing is cut off the training rows</source>
        <translation>학습 행에서 떼어 내지 않음</translation>
    </message>
    <message>
        <source>validation %1</source>
        <translation>검증 %1</translation>
    </message>
    <message>
        <source>test %1</source>
        <translation>테스트 %1</translation>
    </message>
    <message>
        <source>stratified</source>
        <translation>층화 분할</translation>
    </message>
    <message>
        <source>not stratified</source>
        <translation>층화 안 함</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>시드 %1</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Text column</source>
        <translation>텍스트 열</translation>
    </message>
    <message>
        <source>Second text column</source>
        <translation>두 번째 텍스트 열</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>레이블 열</translation>
    </message>
    <message>
        <source>Row id column</source>
        <translation>행 ID 열</translation>
    </message>
    <message>
        <source>Part column</source>
        <translation>부분 열</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>검증 비율</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>테스트 비율</translation>
    </message>
    <message>
        <source>Same label shares</source>
        <translation>같은 레이블 비율</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>분할 시드</translation>
    </message>
</context>
<context>
    <name>LabelsCard</name>
    <message>
        <source>no label</source>
        <translation>레이블 없음</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Length and rate</source>
        <translation>길이와 학습률</translation>
    </message>
    <message>
        <source>Batches and rows</source>
        <translation>배치와 행</translation>
    </message>
    <message>
        <source>Validation and best step</source>
        <translation>검증과 최적 스텝</translation>
    </message>
    <message>
        <source>Parts of the data</source>
        <translation>데이터 나누기</translation>
    </message>
    <message>
        <source>Against learning by heart</source>
        <translation>과적합 억제</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Saving and computing</source>
        <translation>저장과 계산</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>검증 비율</translation>
    </message>
    <message>
        <source>Share of the rows that are checked on, never learned from.</source>
        <translation>학습에 쓰지 않고 확인에만 쓰는 행의 비율입니다.</translation>
    </message>
    <message>
        <source>enough rows to tell a better step from a lucky one.</source>
        <translation>더 나은 스텝과 우연히 좋은 스텝을 구별하기에 충분합니다.</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>테스트 비율</translation>
    </message>
    <message>
        <source>Share of the rows for the last test, scored once.</source>
        <translation>마지막 테스트에 한 번만 쓰는 행의 비율입니다.</translation>
    </message>
    <message>
        <source>as many as for validation; 0 leaves the test out.</source>
        <translation>검증과 같은 비율입니다. 0이면 테스트를 하지 않습니다.</translation>
    </message>
    <message>
        <source>Same label shares</source>
        <translation>같은 레이블 비율</translation>
    </message>
    <message>
        <source>Every part has the same share of each label.</source>
        <translation>모든 부분의 레이블 비율이 같습니다.</translation>
    </message>
    <message>
        <source>On: a rare label is then in every part.</source>
        <translation>켜 두면 드문 레이블도 모든 부분에 들어갑니다.</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>분할 시드</translation>
    </message>
    <message>
        <source>Equal seeds cut the same rows.</source>
        <translation>시드가 같으면 같은 행으로 나뉩니다.</translation>
    </message>
    <message>
        <source>Any number does.</source>
        <translation>아무 수나 괜찮습니다.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. What was saved before is untouched; make room or choose another folder and start again.</source>
        <translation>{file}에 쓸 수 없습니다: {reason}. 앞서 저장한 내용은 그대로 있습니다. 공간을 비우거나 다른 폴더를 선택한 뒤 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Check the path and its permissions.</source>
        <translation>{file|을/를} 읽을 수 없습니다: {reason}. 경로와 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>{file} is not a file; give the path of one.</source>
        <translation>{file}: 파일이 아닙니다. 파일의 경로를 지정하십시오.</translation>
    </message>
    <message>
        <source>{file} has {size} bytes, more than the {limit} that such a file may have.</source>
        <translation>{file}의 크기가 {size}바이트입니다. 이런 파일의 한도는 {limit}바이트입니다.</translation>
    </message>
    <message>
        <source>{source} is not valid JSON at byte {byte}: {what}.</source>
        <translation>{source}: 바이트 {byte}에서 올바른 JSON이 아닙니다: {what}.</translation>
    </message>
    <message>
        <source>{source} names the key {key} twice; keep one.</source>
        <translation>{source}에 키 {key|이/가} 두 번 있습니다. 하나만 남기십시오.</translation>
    </message>
    <message>
        <source>{source} is nested deeper than {depth} levels.</source>
        <translation>{source}의 중첩이 {depth}단계보다 깊습니다.</translation>
    </message>
    <message>
        <source>There is not enough memory; choose a smaller batch or a shorter maximum length.</source>
        <translation>메모리가 부족합니다. 배치 크기를 줄이거나 최대 길이를 줄이십시오.</translation>
    </message>
    <message>
        <source>Something failed inside the program: {what}</source>
        <translation>프로그램 내부에서 오류가 발생했습니다: {what}</translation>
    </message>
    <message>
        <source>{file} asks for more than {limit} bytes of memory, far more than its size; it is damaged, or has to be split.</source>
        <translation>{file}: 파일 크기보다 훨씬 많은 {limit}바이트가 넘는 메모리가 필요합니다. 손상되었거나 나누어야 합니다.</translation>
    </message>
    <message>
        <source>{file} is not sound {format}; write it anew, or save it as CSV (UTF-8).</source>
        <translation>{file}: 올바른 {format} 파일이 아닙니다. 다시 만들거나 CSV(UTF-8)로 저장하십시오.</translation>
    </message>
    <message>
        <source>{file} has no columns; choose a file with rows.</source>
        <translation>{file}에 열이 없습니다. 행이 있는 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>{file} has two columns of one name; rename one of them.</source>
        <translation>{file}에 이름이 같은 열이 둘 있습니다. 하나의 이름을 바꾸십시오.</translation>
    </message>
    <message>
        <source>Row {row}: column {column} holds bytes that are no UTF-8 text.</source>
        <translation>{row}번째 행: {column} 열에 UTF-8 텍스트가 아닌 바이트가 있습니다.</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>{file} 읽는 중</translation>
    </message>
    <message>
        <source>There is no data format {format}; known are: {known}.</source>
        <translation>데이터 형식 {format|은/는} 없습니다. 사용할 수 있는 형식: {known}.</translation>
    </message>
    <message>
        <source>{file} is empty; choose a file with rows.</source>
        <translation>{file|이/가} 비어 있습니다. 행이 있는 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>{file} holds {format} whatever its name says; it was read as that.</source>
        <translation>파일 이름과 달리 {file}의 내용은 {format} 형식이어서 그 형식으로 읽었습니다.</translation>
    </message>
    <message>
        <source>{file} has no column {column}; did you mean {nearest}? Its columns: {names}.</source>
        <translation>{file}에 {column} 열이 없습니다. 혹시 {nearest} 열입니까? 이 파일의 열: {names}.</translation>
    </message>
    <message>
        <source>{file} has no column {column}; choose one of its columns: {names}.</source>
        <translation>{file}에 {column} 열이 없습니다. 이 파일의 열 중에서 선택하십시오: {names}.</translation>
    </message>
    <message>
        <source>Columns without a name are called: {names}.</source>
        <translation>이름 없는 열에 붙인 이름: {names}.</translation>
    </message>
    <message>
        <source>Columns whose name stands twice are called: {names}.</source>
        <translation>이름이 두 번 나오는 열에 붙인 이름: {names}.</translation>
    </message>
    <message>
        <source>The first line holds data, not names; the {count} columns are called column 1, column 2 and so on.</source>
        <translation>첫 줄이 열 이름이 아니라 데이터입니다. 열 {count}개의 이름은 차례로 column 1, column 2와 같이 붙였습니다.</translation>
    </message>
    <message>
        <source>Quotes do not enclose cells in {file}; they were read as text.</source>
        <translation>{file}의 따옴표는 셀을 감싸지 않으므로 글자로 읽었습니다.</translation>
    </message>
    <message>
        <source>A backslash before a quote in {file} was read as the quote alone.</source>
        <translation>{file}에서 따옴표 앞에 백슬래시가 있으면 따옴표만 읽었습니다.</translation>
    </message>
    <message>
        <source>The first line of {file} cannot be read: it has to name the columns, as UTF-8 text with closed quotes.</source>
        <translation>{file}의 첫 줄을 읽을 수 없습니다. 첫 줄은 열 이름이 있는 UTF-8 텍스트여야 하고 따옴표가 모두 닫혀 있어야 합니다.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: text follows a closed quote; double the quotes inside a cell.</source>
        <translation>줄 {line}, 열 {column}: 닫는 따옴표 뒤에 글자가 있습니다. 셀 안의 따옴표는 두 번 겹쳐 쓰십시오.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: a quote is opened and never closed; close or double it.</source>
        <translation>줄 {line}, 열 {column}: 열린 따옴표가 닫히지 않았습니다. 따옴표를 닫거나 두 번 겹쳐 쓰십시오.</translation>
    </message>
    <message>
        <source>Line {line} has {found} columns where the first line has {expected}.</source>
        <translation>줄 {line}에는 열이 {found}개 있는데 첫 줄에는 {expected}개 있습니다.</translation>
    </message>
    <message>
        <source>Line {line} of {file}: a quote is opened and not closed within {limit} bytes; close it.</source>
        <translation>{file}의 줄 {line}: 열린 따옴표가 {limit}바이트 안에 닫히지 않았습니다. 따옴표를 닫으십시오.</translation>
    </message>
    <message>
        <source>Reading {file} was stopped.</source>
        <translation>{file} 읽기가 중단되었습니다.</translation>
    </message>
    <message>
        <source>{file} is {format}; save the table as CSV (UTF-8) or JSON Lines.</source>
        <translation>{file}: {format} 형식입니다. 표를 CSV(UTF-8)나 JSON Lines로 저장하십시오.</translation>
    </message>
    <message>
        <source>{file} holds JSON objects over several lines; write each on one line (JSON Lines).</source>
        <translation>{file}에는 여러 줄에 걸친 JSON 객체가 들어 있습니다. 객체마다 한 줄로 쓰세요(JSON Lines).</translation>
    </message>
    <message>
        <source>Line {line}: something follows the end of the array, and was not read.</source>
        <translation>{line}번째 줄: 배열이 끝난 뒤에 있는 것은 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>{file} holds an element of more than {limit} bytes, from line {line} on; a bracket or quote is missing.</source>
        <translation>{file}: {line}번째 줄부터 {limit}바이트가 넘는 항목이 있습니다. 괄호나 따옴표가 빠졌습니다.</translation>
    </message>
    <message>
        <source>Line {line}: the file ends inside the array that goes on here.</source>
        <translation>{line}번째 줄: 배열이 닫히기 전에 파일이 끝납니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: an object in braces is expected here.</source>
        <translation>줄 {line}, 바이트 {byte}: 중괄호로 감싼 객체가 있어야 합니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: something follows the object.</source>
        <translation>줄 {line}, 바이트 {byte}: 객체 뒤에 다른 내용이 있습니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: a key stands twice.</source>
        <translation>줄 {line}, 바이트 {byte}: 같은 키가 두 번 있습니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: a key in double quotes is missing.</source>
        <translation>줄 {line}, 바이트 {byte}: 큰따옴표로 감싼 키가 없습니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: a colon is missing.</source>
        <translation>줄 {line}, 바이트 {byte}: 콜론이 없습니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: the line ends too early.</source>
        <translation>줄 {line}, 바이트 {byte}: 줄이 너무 일찍 끝납니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: a comma or a closing bracket is missing.</source>
        <translation>줄 {line}, 바이트 {byte}: 쉼표나 닫는 괄호가 없습니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: values are nested deeper than 64 levels.</source>
        <translation>줄 {line}, 바이트 {byte}: 값의 중첩이 64단계보다 깊습니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: a value is missing, or is none that JSON knows.</source>
        <translation>줄 {line}, 바이트 {byte}: 값이 없거나 JSON에 없는 값입니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: a number begins with a needless 0.</source>
        <translation>줄 {line}, 바이트 {byte}: 수가 불필요한 0으로 시작합니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: a text in quotes is not closed.</source>
        <translation>줄 {line}, 바이트 {byte}: 텍스트의 따옴표가 닫히지 않았습니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: a control character stands in a text.</source>
        <translation>줄 {line}, 바이트 {byte}: 텍스트 안에 제어 문자가 있습니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: a backslash stands before a character that needs none.</source>
        <translation>줄 {line}, 바이트 {byte}: 백슬래시를 붙일 수 없는 문자 앞에 백슬래시가 있습니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: half of a surrogate pair stands alone.</source>
        <translation>줄 {line}, 바이트 {byte}: 서로게이트 쌍의 한쪽만 있습니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: a zero character, which no text has.</source>
        <translation>줄 {line}, 바이트 {byte}: 텍스트에 있을 수 없는 0 문자가 있습니다.</translation>
    </message>
    <message>
        <source>Line {line}, byte {byte}: \u needs four hexadecimal digits.</source>
        <translation>줄 {line}, 바이트 {byte}: \u 뒤에는 16진수 네 자리가 있어야 합니다.</translation>
    </message>
    <message>
        <source>{file} has {columns} different keys over {rows} rows, nearly all of them missing; use the same keys in every line.</source>
        <translation>{file}에는 행 {rows}개에 서로 다른 키가 {columns}개 있고 거의 모두 비어 있습니다. 모든 줄에 같은 키를 쓰십시오.</translation>
    </message>
    <message>
        <source>Column {column} holds text in {texts} rows and numbers in {numbers}; both were read as text.</source>
        <translation>{column} 열은 행 {texts}개에서 텍스트, {numbers}개에서 숫자입니다. 모두 텍스트로 읽었습니다.</translation>
    </message>
    <message>
        <source>{file} holds a line of more than {limit} bytes; write one object a line.</source>
        <translation>{file}에 {limit}바이트보다 긴 줄이 있습니다. 한 줄에 객체 하나씩 쓰십시오.</translation>
    </message>
    <message>
        <source>These labels differ only by case or spaces, yet are classes of their own: {labels}.</source>
        <translation>대소문자나 띄어쓰기만 다르지만 서로 다른 클래스로 다루는 레이블: {labels}.</translation>
    </message>
    <message>
        <source>Some labels are numbers: {numbers}; others are words: {words}. All are taken as names.</source>
        <translation>레이블 중 일부는 숫자({numbers})이고 나머지는 단어({words})입니다. 모두 이름으로 다룹니다.</translation>
    </message>
    <message>
        <source>These labels are the same number, yet are classes of their own: {labels}.</source>
        <translation>같은 수이지만 서로 다른 클래스로 다루는 레이블: {labels}.</translation>
    </message>
    <message>
        <source>Column {column} has {count} different labels in {rows} rows; is it the label?</source>
        <translation>{column} 열에는 행 {rows}개에 서로 다른 레이블이 {count}개 있습니다. 레이블 열이 맞습니까?</translation>
    </message>
    <message>
        <source>Column {column} of {file} holds no label; choose the column with the classes.</source>
        <translation>{file}의 {column} 열에 레이블이 없습니다. 클래스가 있는 열을 선택하십시오.</translation>
    </message>
    <message>
        <source>All labels in column {column} of {file} are {label}; add rows of another class or choose another column.</source>
        <translation>{file}의 {column} 열에는 레이블이 하나뿐입니다: {label}. 다른 클래스의 행을 추가하거나 다른 열을 선택하십시오.</translation>
    </message>
    <message>
        <source>Line {line} holds a zero byte, which no text has.</source>
        <translation>줄 {line}에 텍스트에 있을 수 없는 0 바이트가 있습니다.</translation>
    </message>
    <message>
        <source>Line {line} holds bytes that are no letters in {encoding}; save the file as UTF-8.</source>
        <translation>{line}번째 줄에 {encoding} 글자가 아닌 바이트가 있습니다. 파일을 UTF-8로 저장하십시오.</translation>
    </message>
    <message>
        <source>Line {line} is not UTF-8 text; save the file as UTF-8.</source>
        <translation>줄 {line|은/는} UTF-8 텍스트가 아닙니다. 파일을 UTF-8로 저장하십시오.</translation>
    </message>
    <message>
        <source>No column of {file} is the label; choose the one that holds the classes.</source>
        <translation>{file}에 레이블 열이 없습니다. 분류가 들어 있는 열을 고르십시오.</translation>
    </message>
    <message>
        <source>Looking through {file}</source>
        <translation>{file} 살펴보는 중</translation>
    </message>
    <message>
        <source>They are kept aside and not trained on. Lines {lines}.</source>
        <translation>따로 두며 학습에 쓰지 않습니다. 줄: {lines}.</translation>
    </message>
    <message>
        <source>They are left out: nothing can be learned from them. Lines {lines}.</source>
        <translation>배울 것이 없어 빼 둡니다. 줄: {lines}.</translation>
    </message>
    <message>
        <source>They are left out: column {column} does not say train, validation or test there.</source>
        <translation>{column} 열에 train, validation, test 가운데 하나가 없어 빼 둡니다.</translation>
    </message>
    <message>
        <source>They are in validation or test and in training too, so the results look better than they are.</source>
        <translation>검증이나 테스트에 있으면서 학습에도 있어 결과가 실제보다 좋아 보입니다.</translation>
    </message>
    <message>
        <source>The model cannot learn which of the labels is right.</source>
        <translation>어느 레이블이 맞는지 모델이 배울 수 없습니다.</translation>
    </message>
    <message>
        <source>They are trained on as they stand. Copies of one text stay in one part of the split.</source>
        <translation>있는 그대로 학습합니다. 같은 텍스트는 한 분할에 함께 둡니다.</translation>
    </message>
    <message>
        <source>They are trained on as they stand.</source>
        <translation>있는 그대로 학습합니다.</translation>
    </message>
    <message>
        <source>They are trained on as they stand, though they say nothing.</source>
        <translation>내용이 없지만 있는 그대로 학습합니다.</translation>
    </message>
    <message>
        <source>{labels} differ only by case or spaces, yet are classes of their own.</source>
        <translation>대소문자나 띄어쓰기만 다르지만 서로 다른 레이블로 다룹니다: {labels}.</translation>
    </message>
    <message>
        <source>They are in training, and not in every other part: {labels}.</source>
        <translation>학습에는 있지만 다른 분할 모두에 있지는 않습니다: {labels}.</translation>
    </message>
    <message>
        <source>Column {column} is the text, by its name.</source>
        <translation>{column} 열은 이름으로 보아 텍스트입니다.</translation>
    </message>
    <message>
        <source>Column {column} is the second text, by its name.</source>
        <translation>{column} 열은 이름으로 보아 둘째 텍스트입니다.</translation>
    </message>
    <message>
        <source>Column {column} is the label, by its name.</source>
        <translation>{column} 열은 이름으로 보아 레이블입니다.</translation>
    </message>
    <message>
        <source>Column {column} is the row&apos;s id, by its name.</source>
        <translation>{column} 열은 이름으로 보아 행 번호입니다.</translation>
    </message>
    <message>
        <source>Column {column} says which part a row belongs to, by its name and values.</source>
        <translation>{column} 열은 이름과 값으로 보아 행이 속하는 분할을 나타냅니다.</translation>
    </message>
    <message>
        <source>Column {column} is the label: it has only {count} different values.</source>
        <translation>{column} 열은 서로 다른 값이 {count}개뿐이므로 레이블입니다.</translation>
    </message>
    <message>
        <source>Column {column} is the text: its cells are the longest, {bytes} bytes on average.</source>
        <translation>{column} 열은 셀의 길이가 평균 {bytes}바이트로 가장 길어 텍스트입니다.</translation>
    </message>
    <message>
        <source>{file} has no column left for the text; name one in dataset.columns.text.</source>
        <translation>{file}에 텍스트로 쓸 열이 남아 있지 않습니다. dataset.columns.text에 열을 지정하십시오.</translation>
    </message>
    <message>
        <source>Searching rows</source>
        <translation>행 찾는 중</translation>
    </message>
    <message>
        <source>Sorting rows</source>
        <translation>행 정렬 중</translation>
    </message>
    <message>
        <source>No text column is named for {file}; name one in dataset.columns.text.</source>
        <translation>{file}의 텍스트 열이 지정되지 않았습니다. dataset.columns.text에 열을 지정하십시오.</translation>
    </message>
    <message>
        <source>Column {column} of {file} names no training row; write train, validation or test in it (it holds {values}).</source>
        <translation>{file}의 {column} 열에 학습 행이 지정되어 있지 않습니다. 이 열에 train, validation, test 가운데 하나를 쓰십시오. 현재 값: {values}.</translation>
    </message>
    <message>
        <source>A split of {validation} for validation and {test} for test leaves nothing to train on; both are shares from 0 to 1, together below 1.</source>
        <translation>검증에 {validation}, 테스트에 {test|을/를} 나누면 학습할 행이 남지 않습니다. 둘 다 0과 1 사이의 비율이며 합이 1보다 작아야 합니다.</translation>
    </message>
    <message>
        <source>Nothing of {file} ({rows} rows) is left for validation; raise split.validation, add rows, or name a validation file.</source>
        <translation>{file}의 행 {rows}개 중 검증에 쓸 행이 남지 않습니다. split.validation을 높이거나 행을 추가하거나 검증 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>These classes have too few rows to be in every part, and are in training at least: {labels}.</source>
        <translation>행이 너무 적어 모든 분할에 들어갈 수 없고 적어도 학습에는 들어 있는 클래스: {labels}.</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>작업을 멈추었습니다.</translation>
    </message>
    <message>
        <source>{file} names its columns but holds no rows; add rows below the first line.</source>
        <translation>{file}에 열 이름만 있고 행이 없습니다. 첫 줄 아래에 행을 추가하십시오.</translation>
    </message>
    <message>
        <source>No row of {file} could be read; {count} places were kept aside, the first: {reason}</source>
        <translation>{file}에서 읽을 수 있는 행이 없습니다. {count}곳을 따로 두었습니다. 첫째: {reason}</translation>
    </message>
    <message>
        <source>{file} has more than {limit} columns; choose the ones that matter and save them alone.</source>
        <translation>{file}의 열이 {limit}개보다 많습니다. 필요한 열만 골라 따로 저장하십시오.</translation>
    </message>
    <message>
        <source>More than {limit} places of {file} cannot be read, the first: {reason}</source>
        <translation>{file}에서 읽을 수 없는 곳이 {limit}곳보다 많습니다. 첫째: {reason}</translation>
    </message>
    <message>
        <source>{count} places of {file} could not be read and were kept aside; the first is line {line}.</source>
        <translation>{file}에서 읽을 수 없는 {count}곳을 따로 두었습니다. 첫째는 줄 {line}입니다.</translation>
    </message>
    <message>
        <source>Counting tokens</source>
        <translation>토큰 세는 중</translation>
    </message>
    <message>
        <source>The model reads the first {tokens} tokens of them; the rest is cut off.</source>
        <translation>모델은 앞의 {tokens}토큰만 읽고 나머지는 잘립니다.</translation>
    </message>
    <message>
        <source>The weights in {base} are not those that the adapter {adapter} was trained on; give its own base with --base.</source>
        <translation>{base}의 가중치는 어댑터 {adapter|을/를} 학습한 가중치가 아닙니다. --base로 이 어댑터의 기반 모델을 지정하십시오.</translation>
    </message>
    <message>
        <source>The base model of the adapter {adapter} was not found; give its folder with --base.</source>
        <translation>어댑터 {adapter}의 기반 모델을 찾을 수 없습니다. --base로 기반 모델의 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>{folder} has no classification head; train one first.</source>
        <translation>{folder}에 분류 헤드가 없습니다. 먼저 분류 헤드를 학습하십시오.</translation>
    </message>
    <message>
        <source>{file} has no column that looks like labels; name it with --label-column.</source>
        <translation>{file}에 레이블로 보이는 열이 없습니다. --label-column으로 지정하십시오.</translation>
    </message>
    <message>
        <source>The import was stopped; nothing was added.</source>
        <translation>가져오기가 중단되었습니다. 추가된 것은 없습니다.</translation>
    </message>
    <message>
        <source>{file} cannot be read; check its permissions.</source>
        <translation>{file|을/를} 읽을 수 없습니다. 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>{source} is neither a model, an adapter nor a data file; only these are imported.</source>
        <translation>{source|은/는} 모델도 어댑터도 데이터 파일도 아닙니다. 이 세 가지만 가져올 수 있습니다.</translation>
    </message>
    <message>
        <source>{target} is there already; rename one of the two.</source>
        <translation>{target|이/가} 이미 있습니다. 둘 중 하나의 이름을 바꾸십시오.</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>파일이나 폴더가 없습니다: {path}.</translation>
    </message>
    <message>
        <source>{path} is neither a file nor a folder.</source>
        <translation>{path|은/는} 파일도 폴더도 아닙니다.</translation>
    </message>
    <message>
        <source>No column of {file} looks like a label; name it in run.json under dataset.columns.</source>
        <translation>{file}에 레이블로 보이는 열이 없습니다. run.json의 dataset.columns에 지정하십시오.</translation>
    </message>
    <message>
        <source>The tokenizer of {folder} gives ids up to {id}, but the model knows only {rows}; use the tokenizer that belongs to it.</source>
        <translation>{folder}의 토크나이저는 ID를 {id}까지 쓰지만 모델은 토큰 {rows}개만 압니다. 모델에 맞는 토크나이저를 쓰십시오.</translation>
    </message>
    <message>
        <source>BitFit</source>
        <translation>BitFit</translation>
    </message>
    <message>
        <source>Trains the bias terms and the head only, less than one weight in a thousand of a large model.</source>
        <translation>편향과 헤드만 학습합니다. 큰 모델에서는 가중치의 천분의 일도 되지 않습니다.</translation>
    </message>
    <message>
        <source>Few weights move, so they must move further than in full fine-tuning.</source>
        <translation>움직이는 가중치가 적으므로 전체 미세 조정보다 크게 움직여야 합니다.</translation>
    </message>
    <message>
        <source>There is no method {id}; `luthier-cli methods` lists them.</source>
        <translation>방법 {id|은/는} 없습니다. `luthier-cli methods`로 목록을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Feature extraction</source>
        <translation>특징 추출</translation>
    </message>
    <message>
        <source>Trains the head only, on features that are computed once: by far the fastest.</source>
        <translation>한 번만 계산한 특징으로 헤드만 학습합니다. 단연 가장 빠릅니다.</translation>
    </message>
    <message>
        <source>Pooler trains too</source>
        <translation>풀러도 학습</translation>
    </message>
    <message>
        <source>Trains the layer between encoder and head as well.</source>
        <translation>인코더와 헤드 사이의 층도 학습합니다.</translation>
    </message>
    <message>
        <source>On: with a frozen pooler small models learn little at usual rates.</source>
        <translation>켬: 풀러를 고정하면 작은 모델은 보통의 학습률로 거의 배우지 못합니다.</translation>
    </message>
    <message>
        <source>A head on fixed features bears high rates; lower ones only take longer.</source>
        <translation>고정된 특징 위의 헤드는 높은 학습률도 견딥니다. 낮추면 시간만 더 걸립니다.</translation>
    </message>
    <message>
        <source>trainable_layers is {asked}, but this model has {blocks} blocks; choose that many or fewer.</source>
        <translation>trainable_layers 값이 {asked}인데 이 모델의 블록은 {blocks}개입니다. 그 수 이하로 지정하십시오.</translation>
    </message>
    <message>
        <source>Layer freezing</source>
        <translation>층 고정</translation>
    </message>
    <message>
        <source>Trains the upper blocks and the head; what the lower ones give is computed once, so epochs are fast.</source>
        <translation>위쪽 블록과 헤드를 학습합니다. 아래쪽 블록의 출력은 한 번만 계산하므로 에폭이 빠릅니다.</translation>
    </message>
    <message>
        <source>Upper blocks that train</source>
        <translation>학습할 위쪽 블록</translation>
    </message>
    <message>
        <source>How many blocks train, counted from the top; the ones below keep their weights.</source>
        <translation>맨 위부터 세어 학습할 블록의 수입니다. 그 아래 블록의 가중치는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The upper third holds most of what a task needs.</source>
        <translation>과제에 필요한 것은 대부분 위쪽 3분의 1에 있습니다.</translation>
    </message>
    <message>
        <source>Embeddings train too</source>
        <translation>임베딩도 학습</translation>
    </message>
    <message>
        <source>Lets the word vectors move, for texts with words of their own; nothing can be computed once then.</source>
        <translation>고유한 단어가 많은 텍스트에 맞게 단어 벡터도 움직입니다. 이때는 미리 한 번만 계산할 수 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Off: they are most of a small model&apos;s weights.</source>
        <translation>끔: 작은 모델에서는 임베딩이 가중치의 대부분입니다.</translation>
    </message>
    <message>
        <source>Fewer weights than in full fine-tuning learn, so they may move further.</source>
        <translation>전체 미세 조정보다 적은 가중치를 학습하므로 더 크게 움직여도 됩니다.</translation>
    </message>
    <message>
        <source>Full fine-tuning</source>
        <translation>전체 미세 조정</translation>
    </message>
    <message>
        <source>Trains every weight: fits best, needs the most memory and time.</source>
        <translation>모든 가중치를 학습합니다. 가장 잘 맞지만 메모리와 시간이 가장 많이 듭니다.</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>랭크</translation>
    </message>
    <message>
        <source>Width of the two small matrices beside each layer.</source>
        <translation>각 층 옆에 붙는 작은 행렬 두 개의 너비입니다.</translation>
    </message>
    <message>
        <source>8 is peft&apos;s default; more seldom helps small data.</source>
        <translation>8은 peft의 기본값입니다. 더 높여도 작은 데이터에는 거의 도움이 되지 않습니다.</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>알파</translation>
    </message>
    <message>
        <source>Strength of the addition: it is scaled by alpha / rank.</source>
        <translation>추가 부분의 세기입니다. 알파 / 랭크를 곱합니다.</translation>
    </message>
    <message>
        <source>Twice the rank is the usual choice.</source>
        <translation>보통 랭크의 두 배로 합니다.</translation>
    </message>
    <message>
        <source>LoRA dropout</source>
        <translation>LoRA 드롭아웃</translation>
    </message>
    <message>
        <source>Share of the layer&apos;s input that the addition does not see.</source>
        <translation>층의 입력 중 추가 부분이 보지 않는 비율입니다.</translation>
    </message>
    <message>
        <source>0 trains fastest; the model&apos;s own dropout already regularises.</source>
        <translation>0이면 가장 빠르게 학습합니다. 모델 자체의 드롭아웃이 이미 과적합을 억제합니다.</translation>
    </message>
    <message>
        <source>Target layers</source>
        <translation>대상 층</translation>
    </message>
    <message>
        <source>Names of the layers that get an addition, or a pattern for their whole path.</source>
        <translation>추가 부분을 붙일 층의 이름 또는 층의 전체 경로에 대한 패턴입니다.</translation>
    </message>
    <message>
        <source>Query and value, as in the paper.</source>
        <translation>논문과 같이 쿼리와 밸류입니다.</translation>
    </message>
    <message>
        <source>Modules trained in full</source>
        <translation>전체를 학습할 모듈</translation>
    </message>
    <message>
        <source>Modules that train beside the additions and are stored whole.</source>
        <translation>추가 부분과 함께 학습하고 전체를 저장할 모듈입니다.</translation>
    </message>
    <message>
        <source>A new head must learn, and so must the pooler below it: with a frozen one small models fail.</source>
        <translation>새 헤드는 학습해야 하고 그 아래 풀러도 마찬가지입니다. 풀러를 고정하면 작은 모델은 학습에 실패합니다.</translation>
    </message>
    <message>
        <source>Rank-stabilised scaling</source>
        <translation>랭크 안정화 배율</translation>
    </message>
    <message>
        <source>Scales by alpha / sqrt(rank), so that high ranks keep learning.</source>
        <translation>알파 / sqrt(랭크)를 곱하여 랭크가 높아도 계속 학습하게 합니다.</translation>
    </message>
    <message>
        <source>Off as in peft; worth trying from rank 32 on.</source>
        <translation>peft와 같이 끔. 랭크 32부터는 써 볼 만합니다.</translation>
    </message>
    <message>
        <source>Start from adapter</source>
        <translation>어댑터에서 시작</translation>
    </message>
    <message>
        <source>Folder of a PEFT adapter of the same base to go on with; its settings hold.</source>
        <translation>이어서 학습할 PEFT 어댑터의 폴더입니다. 기반 모델이 같아야 하며 어댑터의 설정을 따릅니다.</translation>
    </message>
    <message>
        <source>Empty: a new one.</source>
        <translation>비움: 새 어댑터를 만듭니다.</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Trains two small matrices beside chosen layers; the rest stays as it is.</source>
        <translation>선택한 층 옆의 작은 행렬 두 개를 학습합니다. 나머지는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>target_modules {pattern} is not a regular expression; give a list of names instead.</source>
        <translation>target_modules {pattern|은/는} 정규 표현식이 아닙니다. 대신 이름 목록을 지정하십시오.</translation>
    </message>
    <message>
        <source>target_modules {target} matches no layer of this model; it has {known}.</source>
        <translation>target_modules {target}에 맞는 층이 이 모델에 없습니다. 이 모델의 층: {known}.</translation>
    </message>
    <message>
        <source>modules_to_save names {module}, which this model does not have.</source>
        <translation>modules_to_save에 이 모델에 없는 모듈이 있습니다: {module}.</translation>
    </message>
    <message>
        <source>{file} describes an adapter of the kind {kind}; only LORA can be used here.</source>
        <translation>{file}의 어댑터 종류는 {kind}입니다. LORA만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>{file} uses {option}, which is not supported; make the adapter without it.</source>
        <translation>{file}에 지원하지 않는 옵션 {option|이/가} 있습니다. 이 옵션 없이 어댑터를 만드십시오.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>How far each step moves the weights.</source>
        <translation>한 스텝에 가중치를 얼마나 움직일지 정합니다.</translation>
    </message>
    <message>
        <source>The activation {name} is not supported; gelu, gelu_new, gelu_pytorch_tanh and relu are.</source>
        <translation>활성화 함수 {name|은/는} 지원하지 않습니다. 지원하는 함수: gelu, gelu_new, gelu_pytorch_tanh, relu.</translation>
    </message>
    <message>
        <source>Encoder for classification and tagging; MiniLM and most sentence models are of this family.</source>
        <translation>분류와 태깅에 쓰는 인코더입니다. MiniLM과 대부분의 문장 모델이 이 계열입니다.</translation>
    </message>
    <message>
        <source>{file}: the model_type {type} is not supported; supported are: {known}.</source>
        <translation>{file}: model_type {type|은/는} 지원하지 않습니다. 지원하는 값: {known}.</translation>
    </message>
    <message>
        <source>BERT with half the blocks: nearly as good, nearly twice as fast.</source>
        <translation>블록이 절반인 BERT입니다. 성능은 거의 같고 속도는 거의 두 배입니다.</translation>
    </message>
    <message>
        <source>Encoder that learned to spot replaced words; good for its size.</source>
        <translation>바뀐 단어를 찾아내도록 학습한 인코더입니다. 크기에 비해 성능이 좋습니다.</translation>
    </message>
    <message>
        <source>{file}: position_embedding_type {kind} is not supported; use a model with absolute positions.</source>
        <translation>{file}: position_embedding_type {kind|은/는} 지원하지 않습니다. 절대 위치를 쓰는 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>{file}: hidden_size {hidden} cannot be divided by num_attention_heads {heads}; one of them is wrong.</source>
        <translation>{file}: hidden_size {hidden|은/는} num_attention_heads {heads|으로/로} 나누어지지 않습니다. 둘 중 하나가 잘못되었습니다.</translation>
    </message>
    <message>
        <source>{file}: max_position_embeddings {positions} leaves no place after pad_token_id {pad}; one of them is wrong.</source>
        <translation>{file}: max_position_embeddings {positions|으로는/로는} pad_token_id {pad} 뒤에 남는 자리가 없습니다. 둘 중 하나가 잘못되었습니다.</translation>
    </message>
    <message>
        <source>Encoder trained longer than BERT; strong on English texts.</source>
        <translation>BERT보다 오래 학습한 인코더입니다. 영어 텍스트에 강합니다.</translation>
    </message>
    <message>
        <source>RoBERTa trained on a hundred languages, Korean among them.</source>
        <translation>한국어를 포함한 백 개 언어로 학습한 RoBERTa입니다.</translation>
    </message>
    <message>
        <source>{file} does not hold {tensor} in the shape that this model has; it belongs to another model.</source>
        <translation>{file}의 {tensor} 모양이 이 모델과 다르거나 이 텐서가 없습니다. 다른 모델의 파일입니다.</translation>
    </message>
    <message>
        <source>{folder} exists already; name a folder that does not.</source>
        <translation>{folder|이/가} 이미 있습니다. 없는 폴더의 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>{folder} is not done or has no best step; let it train to its end first.</source>
        <translation>{folder}의 실행이 끝나지 않았거나 최적 스텝이 없습니다. 먼저 끝까지 학습해야 합니다.</translation>
    </message>
    <message>
        <source>The result is now the best step, {best}, instead of step {step}.</source>
        <translation>이제 {step} 스텝 대신 최적 스텝 {best}의 결과를 씁니다.</translation>
    </message>
    <message>
        <source>{key} is {value}, which is unknown; the nearest is {nearest}.</source>
        <translation>{key} 값 {value|은/는} 알 수 없는 값입니다. 가장 비슷한 값: {nearest}.</translation>
    </message>
    <message>
        <source>This build has no fine-tuning method.</source>
        <translation>이 빌드에는 미세 조정 방법이 없습니다.</translation>
    </message>
    <message>
        <source>{folder} does not hold the step that its name says.</source>
        <translation>{folder}의 내용이 폴더 이름이 가리키는 스텝과 다릅니다.</translation>
    </message>
    <message>
        <source>{folder} is no longer needed but could not be removed: {reason}.</source>
        <translation>더 이상 필요 없는 {folder|을/를} 지울 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of Luthier, so this one leaves it alone; update Luthier, or choose another workspace.</source>
        <translation>{file|은/는} 더 새로운 버전의 Luthier에서 쓴 파일이므로 그대로 둡니다. Luthier를 업데이트하거나 다른 작업 공간을 선택하십시오.</translation>
    </message>
    <message>
        <source>The list of runs could not be used: {reason}. The run folders are complete without it; delete luthier.db to have it built anew.</source>
        <translation>실행 목록을 쓸 수 없습니다: {reason}. 목록이 없어도 실행 폴더는 온전합니다. luthier.db를 삭제하면 목록을 새로 만듭니다.</translation>
    </message>
    <message>
        <source>dataset.{part} names a file and dataset.split.{part} a share to cut off; keep one of them.</source>
        <translation>dataset.{part}에는 파일이, dataset.split.{part}에는 떼어 낼 비율이 있습니다. 둘 중 하나만 남기십시오.</translation>
    </message>
    <message>
        <source>dataset.split gives {validation} to validation and {test} to test, which leaves too little to train on.</source>
        <translation>dataset.split에서 검증에 {validation}, 테스트에 {test|을/를} 나누면 학습할 데이터가 너무 적습니다.</translation>
    </message>
    <message>
        <source>dataset names no file; give dataset.path, or dataset.train for a training file of its own.</source>
        <translation>dataset에 파일이 없습니다. dataset.path를 지정하거나 학습 파일이 따로 있으면 dataset.train을 지정하십시오.</translation>
    </message>
    <message>
        <source>dataset has path as well as train, validation or test; give one file as path, or a file for each part.</source>
        <translation>dataset에 path와 함께 train, validation 또는 test가 있습니다. path에 파일 하나를 지정하거나 분할마다 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>The setting {key} is not built yet; take it out.</source>
        <translation>설정 {key|은/는} 아직 구현되지 않았습니다. 설정을 빼십시오.</translation>
    </message>
    <message>
        <source>{file} does not hold the rows of an evaluation; train again to have them.</source>
        <translation>{file}에 평가 행이 들어 있지 않습니다. 다시 학습하면 만들어집니다.</translation>
    </message>
    <message>
        <source>{file} has {size} bytes, but the checkpoint was saved at {wanted}; put the whole file back, or start the run anew.</source>
        <translation>{file}의 크기는 {size}바이트인데 체크포인트는 {wanted}바이트일 때 저장되었습니다. 온전한 파일을 되돌려 놓거나 실행을 새로 시작하십시오.</translation>
    </message>
    <message>
        <source>{folder} is in the way and cannot be removed; remove it and go on with --resume.</source>
        <translation>{folder|이/가} 방해가 되지만 지울 수 없습니다. 직접 지운 뒤 --resume으로 이어서 학습하십시오.</translation>
    </message>
    <message>
        <source>{folder} holds {file}, which is no plain file.</source>
        <translation>{folder}에 일반 파일이 아닌 것이 있습니다: {file}.</translation>
    </message>
    <message>
        <source>{folder} lacks its file {file}.</source>
        <translation>{folder}에 파일 {file|이/가} 없습니다.</translation>
    </message>
    <message>
        <source>{file} in {folder} has {size} bytes instead of {expected}.</source>
        <translation>{folder}에 있는 {file}의 크기는 {expected}바이트여야 하는데 {size}바이트입니다.</translation>
    </message>
    <message>
        <source>{folder} holds {file}, which does not belong to it.</source>
        <translation>{folder}에 속하지 않는 파일이 있습니다: {file}.</translation>
    </message>
    <message>
        <source>{file} in {folder} is damaged: its content is not what was saved.</source>
        <translation>{folder}에 있는 {file|이/가} 손상되었습니다. 내용이 저장한 것과 다릅니다.</translation>
    </message>
    <message>
        <source>{folder} cannot be read: {reason}.</source>
        <translation>{folder|을/를} 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{folder} was not saved to its end: {file} is missing.</source>
        <translation>{folder|이/가} 끝까지 저장되지 않았습니다. {file|이/가} 없습니다.</translation>
    </message>
    <message>
        <source>{file} in {folder} is damaged.</source>
        <translation>{folder}에 있는 {file|이/가} 손상되었습니다.</translation>
    </message>
    <message>
        <source>{folder} was saved by a newer version of Luthier; update this one.</source>
        <translation>{folder|은/는} 더 새로운 버전의 Luthier에서 저장했습니다. 이 프로그램을 업데이트하십시오.</translation>
    </message>
    <message>
        <source>schema is {value}; this version writes {schema}.</source>
        <translation>schema 값이 {value}입니다. 이 버전은 {schema|을/를} 씁니다.</translation>
    </message>
    <message>
        <source>schema is {value}, from a newer version of Luthier; this one reads up to {schema}, so update it.</source>
        <translation>schema 값이 {value}이며 더 새로운 버전의 Luthier에서 쓴 것입니다. 이 버전은 {schema}까지 읽으므로 업데이트하십시오.</translation>
    </message>
    <message>
        <source>The run&apos;s settings lack {key}; task, model and dataset are always needed.</source>
        <translation>실행 설정에 {key|이/가} 없습니다. task, model, dataset은 항상 필요합니다.</translation>
    </message>
    <message>
        <source>name must have 1 to {longest} bytes and no line breaks.</source>
        <translation>name은 1바이트에서 {longest}바이트 사이여야 하고 줄 바꿈이 없어야 합니다.</translation>
    </message>
    <message>
        <source>The run&apos;s settings must be one JSON object in braces.</source>
        <translation>실행 설정은 중괄호로 감싼 JSON 객체 하나여야 합니다.</translation>
    </message>
    <message>
        <source>{folder} is a file; choose another place for the run.</source>
        <translation>{folder|은/는} 파일입니다. 실행을 저장할 다른 위치를 선택하십시오.</translation>
    </message>
    <message>
        <source>{folder} holds no run: there is no run.json in it.</source>
        <translation>{folder}에 실행이 없습니다. run.json이 없습니다.</translation>
    </message>
    <message>
        <source>{folder} holds a run already; go on with it by --resume, or choose another folder.</source>
        <translation>{folder}에 이미 실행이 있습니다. --resume으로 이어서 학습하거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>{folder} holds other files; choose a new or empty folder for the run.</source>
        <translation>{folder}에 다른 파일이 있습니다. 새 폴더나 빈 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. Choose a folder that you may write to.</source>
        <translation>{file}에 쓸 수 없습니다: {reason}. 쓰기 권한이 있는 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>--set {text} is no assignment; write --set key=value, such as --set learning_rate=1e-4.</source>
        <translation>--set {text}: 대입 형식이 아닙니다. --set learning_rate=1e-4처럼 --set 키=값으로 쓰십시오.</translation>
    </message>
    <message>
        <source>--set {key}: there is no such setting; the nearest is {nearest}.</source>
        <translation>--set {key}: 이런 설정은 없습니다. 가장 비슷한 설정: {nearest}.</translation>
    </message>
    <message>
        <source>{key} is {value}; write the path of a file or folder in quotes.</source>
        <translation>{key} 값이 {value}입니다. 파일이나 폴더의 경로를 따옴표로 감싸 쓰십시오.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to, so its list of runs is only read.</source>
        <translation>{folder}에 쓸 수 없으므로 실행 목록을 읽기만 합니다.</translation>
    </message>
    <message>
        <source>The list of runs was damaged and has been built again from the run folders; the old file is {file}.</source>
        <translation>실행 목록이 손상되어 실행 폴더에서 다시 만들었습니다. 이전 파일: {file}.</translation>
    </message>
    <message>
        <source>{key} is {value}; it must be a number from {minimum} to {maximum}, or one of: {words}.</source>
        <translation>{key} 값이 {value}입니다. {minimum}부터 {maximum}까지의 수이거나 다음 중 하나여야 합니다: {words}.</translation>
    </message>
    <message>
        <source>{key} is {value}; it must be a whole number from {minimum} to {maximum}.</source>
        <translation>{key} 값이 {value}입니다. {minimum}부터 {maximum}까지의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>{key} is {value}; it must be from {minimum} to {maximum}.</source>
        <translation>{key} 값이 {value}입니다. {minimum}부터 {maximum}까지여야 합니다.</translation>
    </message>
    <message>
        <source>{key} is {value}, which is no number; write it without quotes and with a decimal point, such as {example}.</source>
        <translation>{key} 값 {value|은/는} 수가 아닙니다. {example}처럼 따옴표 없이 소수점을 써서 입력하십시오.</translation>
    </message>
    <message>
        <source>{key} is {value}; it must be one of: {choices}.</source>
        <translation>{key} 값이 {value}입니다. 다음 중 하나여야 합니다: {choices}.</translation>
    </message>
    <message>
        <source>{key} is {value}; write a list of names such as [&quot;query&quot;, &quot;value&quot;], or one text.</source>
        <translation>{key} 값이 {value}입니다. [&quot;query&quot;, &quot;value&quot;] 같은 이름 목록이나 텍스트 하나를 쓰십시오.</translation>
    </message>
    <message>
        <source>{key} is {value}; write true or false.</source>
        <translation>{key} 값이 {value}입니다. true 또는 false를 쓰십시오.</translation>
    </message>
    <message>
        <source>{key} is {value}; write a text in quotes.</source>
        <translation>{key} 값이 {value}입니다. 텍스트를 따옴표로 감싸 쓰십시오.</translation>
    </message>
    <message>
        <source>{key} {value} is not built yet; leave it out.</source>
        <translation>{key} {value|은/는} 아직 구현되지 않았습니다. 설정을 빼십시오.</translation>
    </message>
    <message>
        <source>{key} {value} is not built yet; choose one of: {choices}.</source>
        <translation>{key} {value|은/는} 아직 구현되지 않았습니다. 다음 중 하나를 선택하십시오: {choices}.</translation>
    </message>
    <message>
        <source>{key} is {value}; it must be an object in braces.</source>
        <translation>{key} 값이 {value}입니다. 중괄호로 감싼 객체여야 합니다.</translation>
    </message>
    <message>
        <source>{place} has {key} and {alias}, which are the same setting, with two values; keep one.</source>
        <translation>{place}에 같은 설정인 {key|과/와} {alias|이/가} 서로 다른 값으로 있습니다. 하나만 남기십시오.</translation>
    </message>
    <message>
        <source>There is no setting {key}; the nearest is {nearest}.</source>
        <translation>설정 {key|은/는} 없습니다. 가장 비슷한 설정: {nearest}.</translation>
    </message>
    <message>
        <source>Each method brings the rate that did best for it; this one suits full fine-tuning.</source>
        <translation>방법마다 가장 좋았던 학습률이 정해져 있습니다. 이 값은 전체 미세 조정에 맞습니다.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>How often the training rows are gone through; 1.5 stops in the middle of the second time.</source>
        <translation>학습 행을 몇 번 되풀이하는지 정합니다. 1.5면 두 번째의 중간에서 멈춥니다.</translation>
    </message>
    <message>
        <source>3 is the usual number; early stopping ends sooner when nothing is gained.</source>
        <translation>보통 3으로 합니다. 더 나아지지 않으면 조기 종료로 일찍 끝납니다.</translation>
    </message>
    <message>
        <source>Step limit</source>
        <translation>스텝 한도</translation>
    </message>
    <message>
        <source>Number of optimiser steps; -1 leaves it to the epochs.</source>
        <translation>옵티마이저 스텝의 수입니다. -1이면 에폭에 따릅니다.</translation>
    </message>
    <message>
        <source>Epochs are easier to compare between data sets.</source>
        <translation>데이터 세트를 서로 비교하기에는 에폭이 더 쉽습니다.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Rows that are computed at once; smaller needs less memory.</source>
        <translation>한 번에 계산하는 행의 수입니다. 작을수록 메모리가 적게 듭니다.</translation>
    </message>
    <message>
        <source>16 short rows fit into the memory of any machine.</source>
        <translation>짧은 행 16개는 어느 컴퓨터의 메모리에나 들어갑니다.</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>기울기 누적</translation>
    </message>
    <message>
        <source>Batches that are summed up to one step: a large step with little memory.</source>
        <translation>한 스텝으로 합치는 배치의 수입니다. 적은 메모리로 큰 스텝을 만듭니다.</translation>
    </message>
    <message>
        <source>1: every batch is a step.</source>
        <translation>1: 배치 하나가 한 스텝입니다.</translation>
    </message>
    <message>
        <source>Validation batch size</source>
        <translation>검증 배치 크기</translation>
    </message>
    <message>
        <source>Rows that are computed at once while validating; the result does not depend on it.</source>
        <translation>검증할 때 한 번에 계산하는 행의 수입니다. 결과에는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>Without gradients more rows fit than in training.</source>
        <translation>기울기를 계산하지 않으므로 학습 때보다 많은 행이 들어갑니다.</translation>
    </message>
    <message>
        <source>Longest row</source>
        <translation>행의 최대 길이</translation>
    </message>
    <message>
        <source>Tokens that a row may have; what is longer is cut and counted.</source>
        <translation>한 행의 최대 토큰 수입니다. 더 긴 행은 자르고 그 수를 셉니다.</translation>
    </message>
    <message>
        <source>256 tokens hold most mails, reviews and news.</source>
        <translation>256 토큰이면 대부분의 메일, 후기, 뉴스가 들어갑니다.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>학습률 스케줄</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run.</source>
        <translation>실행하는 동안 학습률이 어떻게 바뀌는지 정합니다.</translation>
    </message>
    <message>
        <source>A rate that falls to zero ends calmly; linear is transformers&apos; default.</source>
        <translation>학습률이 0까지 내려가면 안정되게 끝납니다. linear는 transformers의 기본값입니다.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>Steps in which the rate rises from zero; below 1 it is a share of all steps.</source>
        <translation>학습률이 0에서 올라가는 동안의 스텝 수입니다. 1보다 작으면 전체 스텝에 대한 비율입니다.</translation>
    </message>
    <message>
        <source>A short rise protects the pre-trained weights from a new head&apos;s first gradients.</source>
        <translation>짧게 올리면 새 헤드의 첫 기울기로부터 사전 학습된 가중치를 보호합니다.</translation>
    </message>
    <message>
        <source>The rule by which gradients move weights.</source>
        <translation>기울기로 가중치를 움직이는 규칙입니다.</translation>
    </message>
    <message>
        <source>AdamW is what nearly all published recipes use.</source>
        <translation>AdamW는 공개된 학습 방법의 거의 모두가 쓰는 옵티마이저입니다.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>Pulls weights towards zero; biases and norms are spared.</source>
        <translation>가중치를 0 쪽으로 당깁니다. 편향과 정규화 층은 제외합니다.</translation>
    </message>
    <message>
        <source>A little decay costs nothing and tames long runs.</source>
        <translation>약간의 감쇠는 손해가 없고 긴 실행을 안정시킵니다.</translation>
    </message>
    <message>
        <source>Adam beta 1</source>
        <translation>Adam 베타 1</translation>
    </message>
    <message>
        <source>How long the average of the gradients remembers.</source>
        <translation>기울기의 평균이 과거를 얼마나 오래 기억하는지 정합니다.</translation>
    </message>
    <message>
        <source>0.9 as in the paper.</source>
        <translation>논문과 같이 0.9입니다.</translation>
    </message>
    <message>
        <source>Adam beta 2</source>
        <translation>Adam 베타 2</translation>
    </message>
    <message>
        <source>How long the average of their squares remembers.</source>
        <translation>기울기 제곱의 평균이 과거를 얼마나 오래 기억하는지 정합니다.</translation>
    </message>
    <message>
        <source>0.999 as in the paper.</source>
        <translation>논문과 같이 0.999입니다.</translation>
    </message>
    <message>
        <source>Adam epsilon</source>
        <translation>Adam 엡실론</translation>
    </message>
    <message>
        <source>Keeps the division by small averages bounded.</source>
        <translation>작은 평균으로 나눌 때 값이 지나치게 커지지 않게 합니다.</translation>
    </message>
    <message>
        <source>1e-8 as in the paper.</source>
        <translation>논문과 같이 1e-8입니다.</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>기울기 자르기</translation>
    </message>
    <message>
        <source>Longest gradient that a step follows; 0 clips nothing.</source>
        <translation>한 스텝이 따르는 기울기의 최대 크기입니다. 0이면 자르지 않습니다.</translation>
    </message>
    <message>
        <source>1 keeps one odd batch from undoing the others.</source>
        <translation>1이면 특이한 배치 하나가 다른 배치의 학습을 망치지 않습니다.</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>레이블 평활</translation>
    </message>
    <message>
        <source>Share of the target that is spread over all labels.</source>
        <translation>정답 중 모든 레이블에 나누어 주는 비율입니다.</translation>
    </message>
    <message>
        <source>0: labels are taken at their word.</source>
        <translation>0: 레이블을 그대로 믿습니다.</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>클래스 가중치</translation>
    </message>
    <message>
        <source>balanced lets rare labels count as much as frequent ones; an object gives each label&apos;s weight.</source>
        <translation>balanced는 드문 레이블을 흔한 레이블과 같은 비중으로 다룹니다. 객체로 쓰면 레이블마다 가중치를 지정합니다.</translation>
    </message>
    <message>
        <source>none: every row counts the same.</source>
        <translation>none: 모든 행의 비중이 같습니다.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Share of activations that each step leaves out.</source>
        <translation>스텝마다 빼는 활성값의 비율입니다.</translation>
    </message>
    <message>
        <source>Empty: as the model was pre-trained.</source>
        <translation>비움: 사전 학습할 때의 값을 씁니다.</translation>
    </message>
    <message>
        <source>Dropout in frozen blocks</source>
        <translation>고정된 블록의 드롭아웃</translation>
    </message>
    <message>
        <source>Blocks below the lowest trained one drop out too, so that they cannot be cached.</source>
        <translation>학습하는 가장 아래 블록보다 더 아래의 블록에도 드롭아웃을 적용합니다. 그러면 그 결과를 캐시할 수 없습니다.</translation>
    </message>
    <message>
        <source>Off: what does not change is computed once.</source>
        <translation>끔: 바뀌지 않는 것은 한 번만 계산합니다.</translation>
    </message>
    <message>
        <source>Kind of answer</source>
        <translation>답의 종류</translation>
    </message>
    <message>
        <source>One label for each row is the usual case.</source>
        <translation>보통 행마다 레이블이 하나입니다.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Starting point of all random numbers; equal seeds give equal runs.</source>
        <translation>모든 난수의 시작점입니다. 시드가 같으면 실행도 같습니다.</translation>
    </message>
    <message>
        <source>Any number does; 42 is transformers&apos; default.</source>
        <translation>아무 수나 괜찮습니다. 42는 transformers의 기본값입니다.</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>섞기</translation>
    </message>
    <message>
        <source>Each epoch goes through the rows in another order.</source>
        <translation>에폭마다 행의 순서를 바꿉니다.</translation>
    </message>
    <message>
        <source>Files are often sorted by label, which would mislead training.</source>
        <translation>파일은 레이블 순으로 정렬된 경우가 많아 그대로 학습하면 잘못 배울 수 있습니다.</translation>
    </message>
    <message>
        <source>Group by length</source>
        <translation>길이별로 묶기</translation>
    </message>
    <message>
        <source>Puts rows of like length into one batch; it changes what a step sees.</source>
        <translation>길이가 비슷한 행을 한 배치에 넣습니다. 스텝마다 보는 행이 달라집니다.</translation>
    </message>
    <message>
        <source>It cost 4 to 8 points of accuracy in one epoch in a trial, and padding is left out anyway.</source>
        <translation>시험에서 한 에폭에 정확도가 4~8포인트 낮아졌습니다. 패딩은 이 설정이 없어도 계산하지 않습니다.</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>검증 간격</translation>
    </message>
    <message>
        <source>Steps between two validations; auto keeps them below 15 % of the work.</source>
        <translation>두 검증 사이의 스텝 수입니다. auto는 검증을 전체 작업의 15% 미만으로 유지합니다.</translation>
    </message>
    <message>
        <source>auto sees overfitting early without slowing the run.</source>
        <translation>auto는 실행을 늦추지 않고 과적합을 일찍 찾아냅니다.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>조기 종료 대기</translation>
    </message>
    <message>
        <source>Validations without a gain after which the run ends; 0 never ends it early.</source>
        <translation>나아지지 않은 검증이 이 횟수만큼 이어지면 실행을 끝냅니다. 0이면 일찍 끝내지 않습니다.</translation>
    </message>
    <message>
        <source>5 forgives a few bad validations and still saves the time of overfitting.</source>
        <translation>5면 나쁜 검증 몇 번은 넘기면서도 과적합에 쓰일 시간을 아낍니다.</translation>
    </message>
    <message>
        <source>Smallest gain</source>
        <translation>최소 개선 폭</translation>
    </message>
    <message>
        <source>By how much the metric must improve to count as a gain.</source>
        <translation>지표가 얼마나 좋아져야 개선으로 볼지 정합니다.</translation>
    </message>
    <message>
        <source>0: every gain counts.</source>
        <translation>0: 조금이라도 좋아지면 개선으로 봅니다.</translation>
    </message>
    <message>
        <source>Metric of the best model</source>
        <translation>최적 모델의 지표</translation>
    </message>
    <message>
        <source>What decides which validation was the best.</source>
        <translation>어느 검증이 가장 좋았는지를 정하는 기준입니다.</translation>
    </message>
    <message>
        <source>The loss shows overfitting before the accuracy does.</source>
        <translation>과적합은 정확도보다 손실에 먼저 나타납니다.</translation>
    </message>
    <message>
        <source>Higher is better</source>
        <translation>높을수록 좋음</translation>
    </message>
    <message>
        <source>Whether a higher value of that metric is a better model.</source>
        <translation>지표의 값이 높을수록 좋은 모델인지 정합니다.</translation>
    </message>
    <message>
        <source>Empty: no for losses, yes for all else.</source>
        <translation>비움: 손실은 아니요, 나머지는 모두 예입니다.</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>저장 간격</translation>
    </message>
    <message>
        <source>Steps between two checkpoints; 0 saves none on the way.</source>
        <translation>두 체크포인트 사이의 스텝 수입니다. 0이면 도중에 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>A crash then costs a few minutes.</source>
        <translation>프로그램이 비정상 종료해도 몇 분만 잃습니다.</translation>
    </message>
    <message>
        <source>Checkpoints kept</source>
        <translation>보관할 체크포인트</translation>
    </message>
    <message>
        <source>Older ones are removed; 0 keeps all.</source>
        <translation>더 오래된 것은 지웁니다. 0이면 모두 보관합니다.</translation>
    </message>
    <message>
        <source>2: one to go on from when the newest is damaged.</source>
        <translation>2: 가장 최근 것이 손상되어도 다른 하나에서 이어 갈 수 있습니다.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>What computes: the processor or a graphics card.</source>
        <translation>무엇으로 계산할지 정합니다. 프로세서 또는 그래픽 카드입니다.</translation>
    </message>
    <message>
        <source>The processor is always there.</source>
        <translation>프로세서는 항상 있습니다.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Number format of weights and activations.</source>
        <translation>가중치와 활성값의 수 형식입니다.</translation>
    </message>
    <message>
        <source>auto is fp32, which is exact and fast on every processor.</source>
        <translation>auto는 fp32이며 모든 프로세서에서 정확하고 빠릅니다.</translation>
    </message>
    <message>
        <source>Gradient checkpointing</source>
        <translation>기울기 체크포인팅</translation>
    </message>
    <message>
        <source>Computes activations twice to need less memory.</source>
        <translation>메모리를 줄이려고 활성값을 두 번 계산합니다.</translation>
    </message>
    <message>
        <source>Off: it costs a third more time.</source>
        <translation>끔: 켜면 시간이 3분의 1 더 걸립니다.</translation>
    </message>
    <message>
        <source>{key} is 0, so nothing would train; leave it out for the default.</source>
        <translation>{key} 값이 0이면 아무것도 학습하지 않습니다. 기본값을 쓰려면 이 설정을 빼십시오.</translation>
    </message>
    <message>
        <source>training.warmup_ratio is {value}; it must be a share from 0 to below 1.</source>
        <translation>training.warmup_ratio 값이 {value}입니다. 0 이상 1 미만의 비율이어야 합니다.</translation>
    </message>
    <message>
        <source>training.warmup_steps is {value}; from 1 on it must be a whole number of steps.</source>
        <translation>training.warmup_steps 값이 {value}입니다. 1 이상이면 스텝 수를 나타내는 정수여야 합니다.</translation>
    </message>
    <message>
        <source>training.warmup_steps is {warmup}, but the run has only {steps} steps, so the full learning rate would never be reached; give a share such as 0.06, or fewer steps.</source>
        <translation>training.warmup_steps 값은 {warmup}인데 실행의 스텝은 {steps}개뿐이어서 학습률이 끝까지 올라가지 못합니다. 0.06 같은 비율을 지정하거나 스텝 수를 줄이십시오.</translation>
    </message>
    <message>
        <source>{folder} is still training; stop it first.</source>
        <translation>{folder}에서 아직 학습 중입니다. 먼저 중지해야 합니다.</translation>
    </message>
    <message>
        <source>Text classification</source>
        <translation>텍스트 분류</translation>
    </message>
    <message>
        <source>Gives each text one of several labels.</source>
        <translation>각 텍스트에 여러 레이블 중 하나를 붙입니다.</translation>
    </message>
    <message>
        <source>{file} gives the id {id} to the token {token} and to another one; take the file from the model&apos;s source again.</source>
        <translation>{file}에서 ID {id|이/가} 토큰 {token|과/와} 다른 토큰에 함께 지정되어 있습니다. 모델의 출처에서 파일을 다시 받으십시오.</translation>
    </message>
    <message>
        <source>{file}: the ids of the added tokens do not follow each other, so the token {token} would get the id {id} instead of its own; take the tokenizer&apos;s files from the model&apos;s source again.</source>
        <translation>{file}: 추가된 토큰의 ID가 이어지지 않아 토큰 {token}의 ID가 원래와 달리 {id|이/가} 됩니다. 모델의 출처에서 토크나이저 파일을 다시 받으십시오.</translation>
    </message>
    <message>
        <source>{file} gives the token {token} the id {id}, which no model has; take the file from the model&apos;s source again.</source>
        <translation>{file}에서 토큰 {token}의 ID가 {id}인데 이런 ID를 가진 모델은 없습니다. 모델의 출처에서 파일을 다시 받으십시오.</translation>
    </message>
    <message>
        <source>{file} lacks the special token {token}; name the one that the model uses in tokenizer_config.json.</source>
        <translation>{file}에 특수 토큰 {token|이/가} 없습니다. 모델이 쓰는 토큰을 tokenizer_config.json에 지정하십시오.</translation>
    </message>
    <message>
        <source>{file} is not a tokenizer that can be used: {reason}. Take the file from the model&apos;s source again.</source>
        <translation>{file|은/는} 쓸 수 있는 토크나이저가 아닙니다: {reason}. 모델의 출처에서 파일을 다시 받으십시오.</translation>
    </message>
    <message>
        <source>The text in row {row} is not UTF-8 at its byte {number}; save the data as UTF-8.</source>
        <translation>행 {row}의 텍스트가 바이트 {number}에서 UTF-8이 아닙니다. 데이터를 UTF-8로 저장하십시오.</translation>
    </message>
    <message>
        <source>The text in row {row} has {number} bytes, more than the {limit} that one text may have; split it into several rows.</source>
        <translation>행 {row}의 텍스트가 {number}바이트입니다. 텍스트 하나의 한도는 {limit}바이트입니다. 여러 행으로 나누십시오.</translation>
    </message>
    <message>
        <source>max_length is {max_length}, but the model&apos;s special tokens alone take {number}; choose a larger one.</source>
        <translation>max_length 값은 {max_length}인데 모델의 특수 토큰만으로 {number}개를 차지합니다. 더 큰 값을 지정하십시오.</translation>
    </message>
    <message>
        <source>The tokenizer cannot split the text in row {row}: {reason}. Change or remove that text, or take the tokenizer&apos;s files from the model&apos;s source again.</source>
        <translation>토크나이저가 행 {row}의 텍스트를 나눌 수 없습니다: {reason}. 그 텍스트를 고치거나 빼거나, 모델의 출처에서 토크나이저 파일을 다시 받으십시오.</translation>
    </message>
    <message>
        <source>The tokenizer failed: {reason}.</source>
        <translation>토크나이저에서 오류가 발생했습니다: {reason}.</translation>
    </message>
    <message>
        <source>{folder} holds neither tokenizer.json nor vocab.txt, so texts cannot be split into tokens; put the model&apos;s tokenizer files there.</source>
        <translation>{folder}에 tokenizer.json도 vocab.txt도 없어 텍스트를 토큰으로 나눌 수 없습니다. 모델의 토크나이저 파일을 이 폴더에 넣으십시오.</translation>
    </message>
    <message>
        <source>{file} has a value of the wrong kind for {key}; correct it or take the file from the model&apos;s source again.</source>
        <translation>{file}의 {key} 값은 종류가 맞지 않습니다. 값을 고치거나 모델의 출처에서 파일을 다시 받으십시오.</translation>
    </message>
    <message>
        <source>{file} must hold a JSON object; take it from the model&apos;s source again.</source>
        <translation>{file}에는 JSON 객체가 있어야 합니다. 모델의 출처에서 파일을 다시 받으십시오.</translation>
    </message>
    <message>
        <source>What the frozen part gives for all rows takes {needed} MB, more than the {limit} MB kept for it; it is computed anew at every step.</source>
        <translation>고정된 부분의 출력을 모든 행에 대해 보관하려면 {needed}&#xa0;MB가 필요하여 한도 {limit}&#xa0;MB를 넘습니다. 스텝마다 새로 계산합니다.</translation>
    </message>
    <message>
        <source>max_length {asked} is more than this model takes; {limit} is used.</source>
        <translation>max_length {asked|은/는} 이 모델의 한도를 넘으므로 {limit|을/를} 씁니다.</translation>
    </message>
    <message>
        <source>The tokenizer in {folder} gives ids up to {highest}, but the model knows {known} tokens; they do not belong together.</source>
        <translation>{folder}의 토크나이저는 ID를 {highest}까지 쓰지만 모델은 토큰 {known}개만 압니다. 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{module} is not in the model&apos;s files and starts from random numbers.</source>
        <translation>{module|은/는} 모델의 파일에 없으므로 난수에서 시작합니다.</translation>
    </message>
    <message>
        <source>The parts below {stage} are frozen and run without dropout; frozen_dropout: true brings it back.</source>
        <translation>{stage} 아래의 부분은 고정되어 드롭아웃 없이 계산합니다. frozen_dropout: true로 지정하면 다시 적용합니다.</translation>
    </message>
    <message>
        <source>With these settings no parameter trains; choose another method or unfreeze something.</source>
        <translation>이 설정으로는 학습할 매개변수가 없습니다. 다른 방법을 선택하거나 고정을 푸십시오.</translation>
    </message>
    <message>
        <source>There is no complete checkpoint in {folder}: the run starts from the beginning.</source>
        <translation>{folder}에 온전한 체크포인트가 없어 실행을 처음부터 시작합니다.</translation>
    </message>
    <message>
        <source>The run in {folder} was started with other settings ({changes}). Go on with the old run.json, or accept the changes with --accept-changes.</source>
        <translation>{folder}의 실행은 다른 설정으로 시작되었습니다 ({changes}). 이전 run.json으로 이어 가거나 --accept-changes로 변경을 받아들이십시오.</translation>
    </message>
    <message>
        <source>The data is not what it was at step {step}. Bring the old files back, or go on with the new ones with --accept-changes.</source>
        <translation>데이터가 {step} 스텝 때와 다릅니다. 이전 파일을 되돌려 놓거나 --accept-changes로 새 파일로 이어 가십시오.</translation>
    </message>
    <message>
        <source>The base model&apos;s weights are not what they were at step {step}. Bring the old ones back, or go on with --accept-changes.</source>
        <translation>기반 모델의 가중치가 {step} 스텝 때와 다릅니다. 이전 가중치를 되돌려 놓거나 --accept-changes로 이어 가십시오.</translation>
    </message>
    <message>
        <source>The run began with {before} threads on {old} and goes on with {after} on {new}: results will differ in the last bits.</source>
        <translation>실행은 {old}에서 스레드 {before}개로 시작했고 {new}에서 스레드 {after}개로 이어집니다. 결과의 마지막 비트들이 달라집니다.</translation>
    </message>
    <message>
        <source>The run needs {needed} MB in {folder}, but only {free} MB are free; make room, or lower save_total_limit.</source>
        <translation>실행에는 {folder}에 {needed}&#xa0;MB가 필요하지만 {free}&#xa0;MB만 남아 있습니다. 공간을 비우거나 save_total_limit을 줄이십시오.</translation>
    </message>
    <message>
        <source>There is no learning rate schedule {type}; constant, constant_with_warmup, linear and cosine are there.</source>
        <translation>학습률 스케줄 {type|은/는} 없습니다. 사용할 수 있는 스케줄: constant, constant_with_warmup, linear, cosine.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>Falls in a straight line to zero at the last step.</source>
        <translation>마지막 스텝에서 0이 되도록 직선으로 내려갑니다.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>Falls slowly, then fast, then slowly to zero.</source>
        <translation>천천히, 빠르게, 다시 천천히 0까지 내려갑니다.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>Stays the same from the first step on; no warm-up.</source>
        <translation>첫 스텝부터 변하지 않습니다. 워밍업이 없습니다.</translation>
    </message>
    <message>
        <source>Constant after warm-up</source>
        <translation>워밍업 후 일정</translation>
    </message>
    <message>
        <source>Rises during the warm-up, then stays the same.</source>
        <translation>워밍업 동안 올라간 뒤 변하지 않습니다.</translation>
    </message>
    <message>
        <source>{file} has no column that looks like labels; name it in dataset.columns.label.</source>
        <translation>{file}에 레이블로 보이는 열이 없습니다. dataset.columns.label에 지정하십시오.</translation>
    </message>
    <message>
        <source>The validation part has no labelled rows; give it some, or let split.validation cut it from train.</source>
        <translation>검증 데이터에 레이블이 있는 행이 없습니다. 행을 추가하거나 split.validation으로 학습 데이터에서 떼어 내십시오.</translation>
    </message>
    <message>
        <source>Stopped early: {metric} has not improved for {evaluations} validations; best was step {step}.</source>
        <translation>조기 종료했습니다. 검증 {evaluations}번 동안 {metric} 지표가 좋아지지 않았습니다. 가장 좋았던 지점은 {step} 스텝입니다.</translation>
    </message>
    <message>
        <source>Stopped at step {step}, as asked; the result is the best step, {best}.</source>
        <translation>요청에 따라 {step} 스텝에서 중지했습니다. 결과는 최적 스텝 {best}입니다.</translation>
    </message>
    <message>
        <source>class_weights names {label}, which is not a label of this data.</source>
        <translation>class_weights에 이 데이터에 없는 레이블이 있습니다: {label}.</translation>
    </message>
    <message>
        <source>Early stopping is off from step {step} on, as asked.</source>
        <translation>요청에 따라 {step} 스텝부터 조기 종료를 끕니다.</translation>
    </message>
    <message>
        <source>Overfitting since step {s}. Best was step {b}. Validation loss rose from {x} to {y} while training loss fell: the model is learning these texts by heart.</source>
        <translation>{s} 스텝부터 과적합입니다. 가장 좋았던 지점은 {b} 스텝입니다. 학습 손실은 계속 내려가는데 검증 손실은 {x}에서 {y|으로/로} 올랐습니다. 모델이 이 텍스트들을 외우기 시작했습니다.</translation>
    </message>
    <message>
        <source>Plateau since step {s}. Validation loss changed by less than {p} in {n} validations.</source>
        <translation>{s} 스텝부터 정체입니다. 최근 검증 {n}번 동안 검증 손실의 변화가 {p} 미만입니다.</translation>
    </message>
    <message>
        <source>Healthy. Validation loss is still falling. Best so far is step {b}.</source>
        <translation>정상입니다. 검증 손실이 계속 내려가고 있습니다. 지금까지 가장 좋은 지점은 {b} 스텝입니다.</translation>
    </message>
    <message>
        <source>Not clear. Validation loss varies by ±{v}, more than it changes.</source>
        <translation>판단할 수 없습니다. 검증 손실의 변동(±{v})이 변화량보다 큽니다.</translation>
    </message>
    <message>
        <source>Too early to say. {n} more validations are needed.</source>
        <translation>아직 판단하기 이릅니다. 검증이 {n}번 더 필요합니다.</translation>
    </message>
    <message>
        <source>Too early to say. One more validation is needed.</source>
        <translation>아직 판단하기 이릅니다. 검증이 한 번 더 필요합니다.</translation>
    </message>
    <message>
        <source>Diverged at step {s}. The loss is not a number any more.</source>
        <translation>{s} 스텝에서 발산했습니다. 손실 값을 더 이상 계산할 수 없습니다.</translation>
    </message>
    <message>
        <source>Diverged at step {s}. The loss is not a number any more. Nothing before step {g} is lost.</source>
        <translation>{s} 스텝에서 발산했습니다. 손실 값을 더 이상 계산할 수 없습니다. {g} 스텝까지는 저장되어 있습니다.</translation>
    </message>
    <message>
        <source>Diverged at step {s}. The loss grew to {x} times its start.</source>
        <translation>{s} 스텝에서 발산했습니다. 손실이 시작 값의 {x}배로 커졌습니다.</translation>
    </message>
    <message>
        <source>Diverged at step {s}. The loss grew to {x} times its start. Nothing before step {g} is lost.</source>
        <translation>{s} 스텝에서 발산했습니다. 손실이 시작 값의 {x}배로 커졌습니다. {g} 스텝까지는 저장되어 있습니다.</translation>
    </message>
    <message>
        <source>{file} lacks {key}; choose a complete model or add it.</source>
        <translation>{file}에 {key|이/가} 없습니다. 온전한 모델을 선택하거나 이 값을 추가하십시오.</translation>
    </message>
    <message>
        <source>{file} has {value} for {key}, where the JSON type {type} is needed; correct it or choose another model.</source>
        <translation>{file}의 {key} 값이 {value}입니다. JSON 형식 {type|이/가} 필요합니다. 값을 고치거나 다른 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>{file} has {value} for {key}, where a whole number from {minimum} to {maximum} is allowed; correct it or choose another model.</source>
        <translation>{file}의 {key} 값이 {value}입니다. {minimum}부터 {maximum}까지의 정수여야 합니다. 값을 고치거나 다른 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>{file} has {value} for {key}, where a number from {minimum} to {maximum} is allowed; correct it or choose another model.</source>
        <translation>{file}의 {key} 값이 {value}입니다. {minimum}부터 {maximum}까지의 수여야 합니다. 값을 고치거나 다른 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>{name} is no path inside the folder {folder}, and no other is opened; put the file into the folder.</source>
        <translation>{name|은/는} {folder} 폴더 안의 경로가 아닙니다. 폴더 밖의 파일은 열지 않으므로 파일을 이 폴더에 넣으십시오.</translation>
    </message>
    <message>
        <source>{name} in {folder} is a link whose target cannot be found; download the model again.</source>
        <translation>{folder}의 {name|은/는} 대상을 찾을 수 없는 링크입니다. 모델을 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{name} in {folder} is a link that leads out of the folder, and is not followed; put the file itself into the folder.</source>
        <translation>{folder}의 {name|은/는} 폴더 밖을 가리키는 링크이므로 따라가지 않습니다. 파일 자체를 이 폴더에 넣으십시오.</translation>
    </message>
    <message>
        <source>refs/main in {folder} names no revision; choose a folder below snapshots.</source>
        <translation>{folder}의 refs/main에 리비전이 없습니다. snapshots 아래의 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>{folder} has no refs/main that tells which revision is meant; choose a folder below snapshots.</source>
        <translation>{folder}에 리비전을 알려 주는 refs/main이 없습니다. snapshots 아래의 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>{folder} is not a folder; give the path of a model&apos;s folder.</source>
        <translation>{folder|은/는} 폴더가 아닙니다. 모델 폴더의 경로를 지정하십시오.</translation>
    </message>
    <message>
        <source>{folder} has no config.json; choose the folder of a Hugging Face model.</source>
        <translation>{folder}에 config.json이 없습니다. Hugging Face 모델의 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The revision {revision} in {folder} has no config.json; download the model again.</source>
        <translation>{folder}의 리비전 {revision}에 config.json이 없습니다. 모델을 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} is empty; download the model again.</source>
        <translation>{file|이/가} 비어 있습니다. 모델을 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} is not a JSON object with the model&apos;s settings; download the model again.</source>
        <translation>{file|은/는} 모델 설정이 담긴 JSON 객체가 아닙니다. 모델을 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{folder} holds an adapter without config.json; choose the model that it was trained on.</source>
        <translation>{folder}에 config.json 없이 어댑터만 있습니다. 어댑터를 학습한 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>config.json in {folder} asks for code of its own ({code}), which is never run; choose a model of a built-in architecture.</source>
        <translation>{folder}의 config.json이 자체 코드({code})를 요구합니다. 이런 코드는 실행하지 않습니다. 내장된 구조의 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}; check the path and its permissions.</source>
        <translation>{file|을/를} 읽을 수 없습니다: {reason}. 경로와 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>{file} is not a file; choose a safetensors file or a model&apos;s folder.</source>
        <translation>{file|은/는} 파일이 아닙니다. safetensors 파일이나 모델의 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>{file} was changed while it was being read; start again when nothing writes to it any more.</source>
        <translation>{file|을/를} 읽는 동안 내용이 바뀌었습니다. 이 파일에 쓰는 프로그램이 없을 때 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>{file} is a Git LFS pointer, not the weights themselves; fetch them with &quot;git lfs pull&quot;.</source>
        <translation>{file|은/는} 가중치 자체가 아니라 Git LFS 포인터입니다. &quot;git lfs pull&quot;로 가중치를 받으십시오.</translation>
    </message>
    <message>
        <source>{file} holds GGUF, not safetensors; choose the model&apos;s safetensors file.</source>
        <translation>{file|은/는} safetensors가 아니라 GGUF입니다. 모델의 safetensors 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>{file} is a PyTorch file, which can contain code and is never opened; convert the model to safetensors.</source>
        <translation>{file|은/는} PyTorch 파일입니다. 코드가 들어 있을 수 있어 열지 않습니다. 모델을 safetensors로 변환하십시오.</translation>
    </message>
    <message>
        <source>{file} has {size} bytes, fewer than the header of {length} bytes that it announces; it is cut off or no safetensors file, download it again.</source>
        <translation>{file}의 크기는 {size}바이트로, 파일에 적힌 헤더 길이 {length}바이트보다 작습니다. 파일이 잘렸거나 safetensors 파일이 아닙니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} has a header of {length} bytes, more than the {limit} bytes that a safetensors header may have; choose another file.</source>
        <translation>{file}의 헤더가 {length}바이트입니다. safetensors 헤더의 한도는 {limit}바이트입니다. 다른 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>{file} has {size} bytes and is shorter than the 8-byte length that starts a safetensors file; download it again.</source>
        <translation>{file}의 크기는 {size}바이트로, safetensors 파일의 맨 앞에 오는 8바이트 길이 값보다 짧습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} holds {dtype} where floating-point weights are needed; choose a model in F32, F16 or BF16.</source>
        <translation>{file}의 텐서 {tensor}의 형식이 {dtype}인데 부동 소수점 가중치가 필요합니다. F32, F16 또는 BF16 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} has the dimension {value}, which is not a whole number from 0 to 2^63-1; the file is damaged, download it again.</source>
        <translation>{file}의 텐서 {tensor}의 차원 {value|은/는} 0부터 2^63-1까지의 정수가 아닙니다. 파일이 손상되었습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} has the data offset {value}, which is not a whole number from 0 to 2^63-1; the file is damaged, download it again.</source>
        <translation>{file}의 텐서 {tensor}의 데이터 오프셋 {value|은/는} 0부터 2^63-1까지의 정수가 아닙니다. 파일이 손상되었습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>The header of {file} names {key} twice; which one is meant cannot be told, so save the file anew.</source>
        <translation>{file}의 헤더에 {key|이/가} 두 번 있습니다. 어느 것이 맞는지 알 수 없으므로 파일을 새로 저장하십시오.</translation>
    </message>
    <message>
        <source>The header of {file} has an unexpected {type} after {count} tensors; the file is damaged or no safetensors file, download it again.</source>
        <translation>{file}의 헤더에서 텐서 {count}개 뒤에 예상하지 않은 {type|이/가} 있습니다. 파일이 손상되었거나 safetensors 파일이 아닙니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} has {count} data offsets instead of 2; the file is damaged, download it again.</source>
        <translation>{file}의 텐서 {tensor}에 데이터 오프셋이 2개가 아니라 {count}개 있습니다. 파일이 손상되었습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>The header of {file} has a tensor name with a control character, {name}; save the file anew under another name.</source>
        <translation>{file}의 헤더에 제어 문자가 든 텐서 이름이 있습니다: {name}. 다른 이름으로 파일을 새로 저장하십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} has the unknown field {field}; save the file anew with safetensors.</source>
        <translation>{file}의 텐서 {tensor}에 알 수 없는 필드 {field|이/가} 있습니다. safetensors로 파일을 새로 저장하십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} has the type {dtype}, which cannot be read; convert the model to F32, F16 or BF16.</source>
        <translation>{file}의 텐서 {tensor}의 형식 {dtype|은/는} 읽을 수 없습니다. 모델을 F32, F16 또는 BF16으로 변환하십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} has more than 2 data offsets; the file is damaged, download it again.</source>
        <translation>{file}의 텐서 {tensor}에 데이터 오프셋이 2개보다 많습니다. 파일이 손상되었습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} has more than {limit} dimensions.</source>
        <translation>{file}의 텐서 {tensor}의 차원이 {limit}개보다 많습니다.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} lacks the field {field}; the file is damaged, download it again.</source>
        <translation>{file}의 텐서 {tensor}에 필드 {field|이/가} 없습니다. 파일이 손상되었습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} has a shape whose size does not fit 64 bits; the file is damaged, download it again.</source>
        <translation>{file}의 텐서 {tensor|은/는} 모양에 따른 크기가 64비트를 넘습니다. 파일이 손상되었습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} begins at {begin}, behind its end at {end}; the file is damaged, download it again.</source>
        <translation>{file}의 텐서 {tensor|은/는} 시작 위치 {begin|이/가} 끝 위치 {end}보다 뒤에 있습니다. 파일이 손상되었습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} takes {found} bytes at offset {begin}, but its shape and type need {expected}; the file is damaged, download it again.</source>
        <translation>{file}의 텐서 {tensor|은/는} 오프셋 {begin}에서 {found}바이트를 차지하지만 모양과 형식으로는 {expected}바이트가 필요합니다. 파일이 손상되었습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} at offset {offset} overlaps others: together they claim more than the {bytes} bytes of data; the file is damaged, download it again.</source>
        <translation>{file}의 오프셋 {offset}에 있는 텐서 {tensor|이/가} 다른 텐서와 겹칩니다. 텐서들이 차지하는 크기의 합이 데이터 {bytes}바이트보다 큽니다. 파일이 손상되었습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} ends {missing} bytes before the end of tensor {last}; it is cut off, download it again.</source>
        <translation>{file|이/가} 텐서 {last}의 끝보다 {missing}바이트 앞에서 끝납니다. 파일이 잘렸습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} in {file} at offset {offset} overlaps the one before it; the file is damaged, download it again.</source>
        <translation>{file}의 오프셋 {offset}에 있는 텐서 {tensor|이/가} 앞의 텐서와 겹칩니다. 파일이 손상되었습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} has {count} unused bytes before tensor {tensor} at offset {offset}; the file is damaged, download it again.</source>
        <translation>{file}에서 오프셋 {offset}의 텐서 {tensor} 앞에 쓰이지 않는 {count}바이트가 있습니다. 파일이 손상되었습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} has {count} bytes after its last tensor; they belong to nothing, so download it again.</source>
        <translation>{file}의 마지막 텐서 뒤에 어디에도 속하지 않는 {count}바이트가 있습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} is no safetensors file: its header does not start with a brace at byte 8; choose another file.</source>
        <translation>{file|은/는} safetensors 파일이 아닙니다. 헤더가 바이트 8에서 중괄호로 시작하지 않습니다. 다른 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>{file} is no index of shards: it has an unexpected {type} after {count} tensors; download it again.</source>
        <translation>{file|은/는} 샤드 색인이 아닙니다. 텐서 {count}개 뒤에 예상하지 않은 {type|이/가} 있습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} is nested deeper than {depth} levels; download it again.</source>
        <translation>{file}의 중첩이 {depth}단계보다 깊습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} lists {name} twice; which one is meant cannot be told, so download it again.</source>
        <translation>{file}에 {name|이/가} 두 번 있습니다. 어느 것이 맞는지 알 수 없으므로 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} is no index of shards: it lacks weight_map; download it again.</source>
        <translation>{file|은/는} 샤드 색인이 아닙니다. weight_map이 없습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} is damaged: its JSON holds a zero byte at byte {byte}; download it again.</source>
        <translation>{file|이/가} 손상되었습니다. JSON의 바이트 {byte}에 0 바이트가 있습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} is damaged: its JSON is not valid UTF-8 at byte {byte}; download it again.</source>
        <translation>{file|이/가} 손상되었습니다. JSON이 바이트 {byte}에서 올바른 UTF-8이 아닙니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{file} is damaged: its JSON is not valid at byte {byte}; download it again.</source>
        <translation>{file|이/가} 손상되었습니다. JSON이 바이트 {byte}에서 올바르지 않습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{index} in {folder} names the shard {shard}, which is not there; download it again.</source>
        <translation>{folder}의 {index}에 적힌 샤드 {shard|이/가} 없습니다. 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>{folder} holds its weights only as {name}, which can contain code and is never opened; convert the model to safetensors.</source>
        <translation>{folder}의 가중치는 {name}뿐입니다. 코드가 들어 있을 수 있어 열지 않습니다. 모델을 safetensors로 변환하십시오.</translation>
    </message>
    <message>
        <source>{folder} has neither {name} nor an index of its shards; choose the folder of a model with safetensors weights.</source>
        <translation>{folder}에 {name}도 샤드 색인도 없습니다. safetensors 가중치가 있는 모델의 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>{index} in {folder} promises the tensor {tensor} in {shard}, but it is not there; download the model again.</source>
        <translation>{folder}의 {index}에 따르면 {shard}에 텐서 {tensor|이/가} 있어야 하지만 없습니다. 모델을 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>Tensor {tensor} lies both in {first} and in {second}; which one is meant cannot be told, so download the model again.</source>
        <translation>텐서 {tensor|이/가} {first|과/와} {second}에 모두 있습니다. 어느 것이 맞는지 알 수 없으므로 모델을 다시 내려받으십시오.</translation>
    </message>
    <message>
        <source>The weights in {folder} lack the tensor {tensor}; choose a complete model of this architecture.</source>
        <translation>{folder}의 가중치에 텐서 {tensor|이/가} 없습니다. 이 구조의 온전한 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>Stopped as you asked.</source>
        <translation>요청대로 멈추었습니다.</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>모델을 읽는 중</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>데이터를 읽는 중</translation>
    </message>
    <message>
        <source>Looking at {folder}</source>
        <translation>{folder} 살펴보는 중</translation>
    </message>
    <message>
        <source>It is no plan of a run.</source>
        <translation>실행 계획이 아닙니다.</translation>
    </message>
    <message>
        <source>The plan in {file} could not be read, so a new one was begun; the old file is kept as {aside}.</source>
        <translation>{file}의 계획을 읽을 수 없어 새 계획을 시작했습니다. 이전 파일은 {aside|으로/로} 보관했습니다.</translation>
    </message>
    <message>
        <source>{folder} holds no class folders with .txt files; put the texts of each class into a folder of its name, or choose a data file.</source>
        <translation>{folder}에는 .txt 파일이 든 분류 폴더가 없습니다. 분류마다 그 이름의 폴더에 글을 넣거나 데이터 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file} is not a table of text; give a CSV, TSV, JSON, Parquet or Arrow file, or a folder of texts.</source>
        <translation>{file}은(는) 글의 표가 아닙니다. CSV, TSV, JSON, Parquet, Arrow 파일이나 글 폴더를 주세요.</translation>
    </message>
    <message>
        <source>Column {column} holds lists, and each different list is a class of its own; set training.problem_type to multi_label_classification to learn every label in them by itself.</source>
        <translation>{column} 열에는 목록이 들어 있고 서로 다른 목록마다 따로 한 분류가 됩니다. 그 안의 레이블을 하나씩 배우려면 training.problem_type을 multi_label_classification으로 하세요.</translation>
    </message>
    <message>
        <source>Line {line} of {file}: {cell} begins as a list of labels and is none; write it as [&quot;a&quot;, &quot;b&quot;].</source>
        <translation>{file}의 {line}번째 줄: {cell}은(는) 레이블 목록으로 시작하지만 목록이 아닙니다. [&quot;a&quot;, &quot;b&quot;]처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Column {column} holds {count} labels, {mean} a row on average, with {separator} between them.</source>
        <translation>{column} 열에는 레이블이 {count}가지 있고, 행마다 평균 {mean}개이며, 사이에 {separator}이(가) 있습니다.</translation>
    </message>
    <message>
        <source>Column {column} holds {count} labels, {mean} a row on average.</source>
        <translation>{column} 열에는 레이블이 {count}가지 있고, 행마다 평균 {mean}개입니다.</translation>
    </message>
    <message>
        <source>Each of the {sets} sets of labels that occur has the same share of every part; the {rare} that one row alone has are drawn together.</source>
        <translation>나타나는 레이블 묶음 {sets}가지는 저마다 모든 부분에서 같은 몫을 갖습니다. 한 행에만 있는 {rare}가지는 함께 뽑습니다.</translation>
    </message>
    <message>
        <source>{name} is hidden.</source>
        <translation>{name}은(는) 숨은 파일입니다.</translation>
    </message>
    <message>
        <source>{name} is a link, and links are not followed; put the file itself there.</source>
        <translation>{name}은(는) 링크이며, 링크는 따라가지 않습니다. 파일 자체를 그 자리에 두세요.</translation>
    </message>
    <message>
        <source>{name} is neither a file nor a folder.</source>
        <translation>{name}은(는) 파일도 폴더도 아닙니다.</translation>
    </message>
    <message>
        <source>The name {name} is not UTF-8 text; rename it.</source>
        <translation>{name}이라는 이름은 UTF-8 글자가 아닙니다. 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>{name} lies beside the folders of the classes, so it has no label.</source>
        <translation>{name}은(는) 분류 폴더들 옆에 있어 레이블이 없습니다.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name}을(를) 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{name} lies beside train, validation and test, and is none of them.</source>
        <translation>{name}은(는) train, validation, test 옆에 있으며 그 어느 것도 아닙니다.</translation>
    </message>
    <message>
        <source>{name} is a folder inside a class, and was not read; move its files up.</source>
        <translation>{name}은(는) 분류 안의 폴더라서 읽지 않았습니다. 그 안의 파일을 위로 옮기세요.</translation>
    </message>
    <message>
        <source>{name} does not end in .txt.</source>
        <translation>{name}은(는) .txt로 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>{name} has {bytes} bytes, and a text may have {limit}.</source>
        <translation>{name}은(는) {bytes}바이트이며, 글 하나는 {limit}바이트까지 됩니다.</translation>
    </message>
    <message>
        <source>{name} holds a zero byte, which no text has.</source>
        <translation>{name}에 글에는 없는 0바이트가 들어 있습니다.</translation>
    </message>
    <message>
        <source>{name} holds bytes that are no letters in {encoding}; save it as UTF-8.</source>
        <translation>{name}에 {encoding}에서 글자가 아닌 바이트가 있습니다. UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>{name} has more than {limit} bytes.</source>
        <translation>{name}은(는) {limit}바이트가 넘습니다.</translation>
    </message>
    <message>
        <source>{folder} is gone; choose another run or train it again.</source>
        <translation>{folder} 폴더가 없습니다. 다른 실행을 고르거나 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>The run in {folder} has no weights any more: best and final are gone; choose another run or train it again.</source>
        <translation>{folder}의 실행에는 이제 가중치가 없습니다(best와 final 폴더가 없음). 다른 실행을 고르거나 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>묻는 중</translation>
    </message>
    <message>
        <source>{folder} holds neither a model (config.json), an adapter (adapter_config.json) nor a run (run.json, events.jsonl) nor class folders with .txt files; name one of these or a data file.</source>
        <translation>{folder}에는 모델(config.json)도, 어댑터(adapter_config.json)도, 실행(run.json, events.jsonl)도, .txt 파일이 든 분류 폴더도 없습니다. 이 중 하나나 데이터 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>풀링</translation>
    </message>
    <message>
        <source>What the head reads: architecture is the model&apos;s own pooler, mean is the mean of all tokens. A result with mean does not load as a classifier in transformers.</source>
        <translation>헤드가 읽는 것: architecture는 모델 고유의 풀러, mean은 모든 토큰의 평균입니다. mean으로 만든 결과는 transformers에서 분류기로 열리지 않습니다.</translation>
    </message>
    <message>
        <source>The model&apos;s own: other programs load the result. For sentence-transformers models mean does better.</source>
        <translation>모델 고유의 방식: 다른 프로그램에서도 결과를 열 수 있습니다. sentence-transformers 모델에는 mean이 더 낫습니다.</translation>
    </message>
    <message>
        <source>{model} reads the mean of all tokens, which no classifier of transformers does, so an export would answer otherwise; train it with pooling: architecture to export it.</source>
        <translation>{model}은 모든 토큰의 평균을 읽습니다. transformers에는 그런 분류기가 없어 내보내면 답이 달라집니다. 내보내려면 pooling: architecture로 학습하십시오.</translation>
    </message>
    <message>
        <source>Faster new head</source>
        <translation>새 헤드 학습률 배수</translation>
    </message>
    <message>
        <source>1: this method&apos;s rate suits a new head.</source>
        <translation>1: 이 방법의 학습률이 새 헤드에도 맞습니다.</translation>
    </message>
    <message>
        <source>Whether a row has one label or several.</source>
        <translation>행에 레이블이 하나인지 여럿인지.</translation>
    </message>
    <message>
        <source>training.label_smoothing_factor spreads one label&apos;s share over the others, so it has no meaning with several labels a row; set it to 0.</source>
        <translation>training.label_smoothing_factor는 한 레이블의 몫을 다른 레이블에 나누므로 행에 레이블이 여럿이면 뜻이 없습니다. 0으로 두세요.</translation>
    </message>
    <message>
        <source>With mean pooling the result is for Luthier: transformers has no classifier that works alike, so it cannot be exported.</source>
        <translation>평균 풀링의 결과는 Luthier 전용입니다. transformers에는 같은 방식의 분류기가 없어 내보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>Opening the models</source>
        <translation>모델을 여는 중</translation>
    </message>
    <message>
        <source>Reading the test part</source>
        <translation>테스트 데이터를 읽는 중</translation>
    </message>
    <message>
        <source>A new head needs a far higher rate than weights that are trained already: with 400 rows 10 points of accuracy more.</source>
        <translation>새 헤드에는 이미 학습된 가중치보다 훨씬 높은 학습률이 필요합니다. 400행에서 정확도가 10포인트 높아졌습니다.</translation>
    </message>
    <message>
        <source>An Arrow or Feather file: a table in columns.</source>
        <translation>Arrow 또는 Feather 파일: 열로 저장된 표입니다.</translation>
    </message>
    <message>
        <source>A table as text, with commas, semicolons, tabs or bars between its cells.</source>
        <translation>텍스트로 된 표. 칸은 쉼표, 세미콜론, 탭 또는 세로줄로 나뉩니다.</translation>
    </message>
    <message>
        <source>One JSON array of objects; their keys are the columns.</source>
        <translation>객체가 담긴 JSON 배열 하나이며 키가 열이 됩니다.</translation>
    </message>
    <message>
        <source>One JSON object a line; its keys are the columns.</source>
        <translation>한 줄에 JSON 객체 하나. 키가 열이 됩니다.</translation>
    </message>
    <message>
        <source>The test rows have labels that training never saw: {labels}. Correct them, or add rows of them to the training data.</source>
        <translation>테스트 행에 학습 데이터에 없는 레이블이 있습니다: {labels}. 레이블을 고치거나 학습 데이터에 그 레이블의 행을 추가하십시오.</translation>
    </message>
    <message>
        <source>The validation rows have labels that training never saw: {labels}. Correct them, or add rows of them to the training data.</source>
        <translation>검증 행에 학습 데이터에 없는 레이블이 있습니다: {labels}. 레이블을 고치거나 학습 데이터에 그 레이블의 행을 추가하십시오.</translation>
    </message>
    <message>
        <source>A Parquet file: a table in compressed columns.</source>
        <translation>Parquet 파일: 압축된 열로 저장된 표입니다.</translation>
    </message>
    <message>
        <source>They are kept aside and not trained on.</source>
        <translation>따로 두며 학습에 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>It is kept aside and not trained on.</source>
        <translation>따로 두며 학습에 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>It is kept aside and not trained on. Line {line}.</source>
        <translation>따로 두며 학습에 쓰지 않습니다. 줄: {line}.</translation>
    </message>
    <message>
        <source>It is left out: nothing can be learned from it. Line {line}.</source>
        <translation>배울 것이 없어 빼 둡니다. 줄: {line}.</translation>
    </message>
    <message>
        <source>{count} of the rows drawn for validation or test went back to training, which would have lacked labels of theirs; the other parts are smaller by as many.</source>
        <translation>검증이나 테스트로 뽑힌 행 중 {count}개를 학습으로 되돌렸습니다. 그 행에만 있는 레이블이 학습에 없었기 때문입니다. 다른 부분은 그만큼 작아집니다.</translation>
    </message>
    <message>
        <source>One text a file, in a folder of its class.</source>
        <translation>파일마다 텍스트 하나, 클래스별 폴더에 둡니다.</translation>
    </message>
    <message>
        <source>A head that the base model lacks starts from random numbers; it and the pooler below it learn at the learning rate times this.</source>
        <translation>기본 모델에 없는 헤드는 임의의 수에서 시작합니다. 헤드와 그 아래 풀러는 학습률에 이 값을 곱한 속도로 학습합니다.</translation>
    </message>
    <message>
        <source>{folder} keeps no rows of the test part at step {step}.</source>
        <translation>{folder}에 {step} 스텝의 테스트 행이 없습니다.</translation>
    </message>
    <message>
        <source>{folder} keeps no rows of the validation part at step {step}.</source>
        <translation>{folder}에 {step} 스텝의 검증 행이 없습니다.</translation>
    </message>
    <message>
        <source>Another process is training in {folder}; wait for it, or choose another folder.</source>
        <translation>다른 프로세스가 {folder}에서 이미 학습 중입니다. 끝날 때까지 기다리거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Process {process} on {host} is training in {folder}; wait for it, or choose another folder.</source>
        <translation>{host}의 프로세스 {process|이/가} {folder}에서 이미 학습 중입니다. 끝날 때까지 기다리거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Step {step}: the gradient is not a finite number, so nothing was updated. The last good state is in {checkpoint}; try a lower learning_rate, more warmup_steps or max_grad_norm 1.</source>
        <translation>{step} 스텝: 기울기가 유한한 수가 아니어서 가중치를 바꾸지 않았습니다. 마지막 정상 상태는 {checkpoint}에 있습니다. learning_rate를 낮추거나 warmup_steps를 늘리거나 max_grad_norm을 1로 해 보십시오.</translation>
    </message>
    <message>
        <source>Step {step}: the loss is not a finite number, so nothing was updated. The last good state is in {checkpoint}; try a lower learning_rate, more warmup_steps or max_grad_norm 1.</source>
        <translation>{step} 스텝: 손실이 유한한 수가 아니어서 가중치를 바꾸지 않았습니다. 마지막 정상 상태는 {checkpoint}에 있습니다. learning_rate를 낮추거나 warmup_steps를 늘리거나 max_grad_norm을 1로 해 보십시오.</translation>
    </message>
    <message>
        <source>Underfitting. After {e} epochs accuracy is {x}%; always saying “{l}” gives {y}%.</source>
        <translation>과소적합입니다. {e} 에폭 뒤 정확도: {x}%. 항상 {l|이라고만/라고만} 답할 때: {y}%.</translation>
    </message>
    <message>
        <source>These labels have no rows here, so their precision, recall and F1 are unknown: {labels}.</source>
        <translation>다음 레이블은 여기에 행이 없어 정밀도, 재현율, F1을 알 수 없습니다: {labels}.</translation>
    </message>
    <message>
        <source>A new head needs a far higher rate than weights that are trained already: with 400 rows up to 5 points of accuracy more.</source>
        <translation>새 헤드에는 이미 학습된 가중치보다 훨씬 높은 학습률이 필요합니다. 400행에서 정확도가 최대 5포인트 높아졌습니다.</translation>
    </message>
    <message>
        <source>{file} has no usable r, lora_alpha, lora_dropout, target_modules or modules_to_save; the adapter is damaged.</source>
        <translation>{file}에 쓸 수 있는 r, lora_alpha, lora_dropout, target_modules, modules_to_save 값이 없습니다. 어댑터가 손상되었습니다.</translation>
    </message>
    <message>
        <source>The text of row {row} gives no token, and the tokenizer adds none of its own: fill the text, leave the row out, or use the model&apos;s complete tokenizer files.</source>
        <translation>{row}행의 텍스트에서 토큰이 하나도 나오지 않고 토크나이저도 토큰을 덧붙이지 않습니다. 텍스트를 채우거나, 이 행을 빼거나, 모델의 온전한 토크나이저 파일을 쓰십시오.</translation>
    </message>
    <message>
        <source>The weights in {folder} are not those that the adapter {adapter} was trained on; go on with its own base.</source>
        <translation>{folder}의 가중치는 어댑터 {adapter}을(를) 학습한 가중치가 아닙니다. 그 어댑터의 기반 모델로 이어 가십시오.</translation>
    </message>
    <message>
        <source>The head {module} in the model&apos;s files tells {own} labels apart, the data has {labels}; a new head for these starts from random numbers.</source>
        <translation>모델 파일의 헤드 {module}은(는) 레이블 {own}개를 가르지만 데이터에는 {labels}개가 있습니다. 이 레이블을 위한 새 헤드를 무작위 수에서 시작합니다.</translation>
    </message>
    <message>
        <source>The data&apos;s labels ({labels}) are not the model&apos;s own ({own}); the head begins with what it learned for those, in this order.</source>
        <translation>데이터의 레이블({labels})이 모델 자신의 레이블({own})과 다릅니다. 헤드는 그 레이블에 대해 배운 것에서 이 순서대로 시작합니다.</translation>
    </message>
    <message>
        <source>The tokenizer in {folder} puts no token of its own before a text, so the model reads the first word of each in its place; the model&apos;s complete tokenizer files do better.</source>
        <translation>{folder}의 토크나이저는 텍스트 앞에 토큰을 덧붙이지 않으므로 모델이 그 자리에서 각 텍스트의 첫 단어를 읽습니다. 모델의 온전한 토크나이저 파일을 쓰는 편이 낫습니다.</translation>
    </message>
    <message>
        <source>{file} has rows of labels that the model does not know: {labels}. Correct them or leave them out.</source>
        <translation>{file}에 모델이 모르는 레이블의 행이 있습니다: {labels}. 고치거나 빼십시오.</translation>
    </message>
    <message>
        <source>The data is not what it was at step {step}: {files} changed. Bring the old content back, or go on with the new with --accept-changes.</source>
        <translation>데이터가 {step} 스텝 때와 다릅니다. 바뀐 파일: {files}. 이전 내용을 되돌려 놓거나 --accept-changes로 새 내용으로 이어 가십시오.</translation>
    </message>
    <message>
        <source>Small models learn too little at the usual 2e-5 in short runs; with a faster new head 3e-4 did best on three data sets.</source>
        <translation>작은 모델은 짧은 실행에서 흔히 쓰는 2e-5로는 너무 적게 배웁니다. 새 헤드를 더 빠르게 하면 세 데이터셋에서 3e-4가 가장 좋았습니다.</translation>
    </message>
    <message>
        <source>The usual 2e-4 is too low for small models and short runs; 4e-3 did best on three data sets.</source>
        <translation>흔히 쓰는 2e-4는 작은 모델과 짧은 실행에는 너무 낮습니다. 세 데이터셋에서 4e-3이 가장 좋았습니다.</translation>
    </message>
    <message>
        <source>Lower than for small models: the wider a model is, the smaller the steps it bears.</source>
        <translation>작은 모델보다 낮습니다. 모델이 넓을수록 한 스텝을 작게 잡아야 합니다.</translation>
    </message>
    <message>
        <source>Rows of {file} without a label: {count} (lines {lines}); they are not trained on.</source>
        <translation>{file}의 행 {count}개에 레이블이 없어 학습에 쓰지 않습니다 (줄: {lines}).</translation>
    </message>
    <message>
        <source>Rows of {file} in no part: {count}; column {column} says {values} there.</source>
        <translation>{file}의 행 {count}개는 어느 분할에도 들어 있지 않습니다. {column} 열의 값: {values}.</translation>
    </message>
    <message>
        <source>Test rows that are also in the training rows: {count} of {rows}. They make the results look too good; remove them from one side.</source>
        <translation>테스트 행 {rows}개 중 {count}개가 학습 행에도 있어 결과가 실제보다 좋아 보입니다. 한쪽에서 빼십시오.</translation>
    </message>
    <message>
        <source>Validation rows that are also in the training rows: {count} of {rows}. They make the results look too good; remove them from one side.</source>
        <translation>검증 행 {rows}개 중 {count}개가 학습 행에도 있어 결과가 실제보다 좋아 보입니다. 한쪽에서 빼십시오.</translation>
    </message>
    <message>
        <source>Rows of {file} that are exact copies of another one: {count}; copies stay in one part.</source>
        <translation>{file}의 행 {count}개가 다른 행과 똑같습니다. 똑같은 행은 한 분할에 함께 둡니다.</translation>
    </message>
    <message>
        <source>Texts of {file} that stand there with different labels: {count}.</source>
        <translation>{file}의 텍스트 {count}개에 서로 다른 레이블이 붙어 있습니다.</translation>
    </message>
    <message>
        <source>Files of {folder} kept aside: {count} of {files}; the first is {name}.</source>
        <translation>{folder}의 파일 {files}개 중 {count}개를 따로 두었습니다. 첫째는 {name}입니다.</translation>
    </message>
    <message>
        <source>Blank lines of {file} passed over: {count}.</source>
        <translation>{file}의 빈 줄 {count}개를 건너뛰었습니다.</translation>
    </message>
    <message>
        <source>Files read as {encoding}: {count}.</source>
        <translation>파일 {count}개를 {encoding}(으)로 읽었습니다.</translation>
    </message>
    <message>
        <source>Tensors with NaN or infinite numbers: {count} ({tensors}); get the weights anew, or train with --accept-non-finite.</source>
        <translation>텐서 {count}개에 NaN이나 무한대가 있습니다 ({tensors}). 가중치를 다시 받거나 --accept-non-finite로 학습하십시오.</translation>
    </message>
    <message>
        <source>The adapter {file} does not fit this base model; tensors that differ: {count} (expected ≠ found): {tensors}. Use the base that it was made for.</source>
        <translation>어댑터 {file}이(가) 이 기반 모델에 맞지 않습니다. 텐서 {count}개가 다릅니다(예상 ≠ 실제): {tensors}. 이 어댑터를 만든 기반 모델을 쓰십시오.</translation>
    </message>
    <message>
        <source>The weights in {folder} do not fit its config.json; tensors that differ: {count} (expected ≠ found): {tensors}. Use the config.json that belongs to these weights.</source>
        <translation>{folder}의 가중치가 config.json과 맞지 않습니다. 텐서 {count}개가 다릅니다 (필요한 값 ≠ 실제 값): {tensors}. 이 가중치에 맞는 config.json을 쓰십시오.</translation>
    </message>
    <message>
        <source>The weights in {folder} lack tensors that the model needs ({count}): {tensors}. Get the model&apos;s complete files.</source>
        <translation>{folder}의 가중치에 모델에 필요한 텐서 {count}개가 없습니다: {tensors}. 모델의 파일을 모두 받으십시오.</translation>
    </message>
    <message>
        <source>The weights in {folder} hold numbers that are not finite; tensors: {count}, the first is {tensor} ({nans} NaN, {infinities} infinite). Get sound weights, or train all the same with --accept-non-finite.</source>
        <translation>{folder}의 가중치 중 텐서 {count}개에 유한하지 않은 수가 있습니다. 첫 텐서는 {tensor}입니다 (NaN {nans}개, 무한대 {infinities}개). 온전한 가중치를 받거나 --accept-non-finite로 그대로 학습하십시오.</translation>
    </message>
    <message>
        <source>Training rows without a word: {count} (lines {lines}); they are trained on as they stand.</source>
        <translation>학습 행 {count}개에 단어가 없습니다(줄 {lines}). 있는 그대로 학습합니다.</translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>F1 (macro)</source>
        <translation>F1(매크로)</translation>
    </message>
    <message>
        <source>F1 (micro)</source>
        <translation>F1(마이크로)</translation>
    </message>
    <message>
        <source>Precision (macro)</source>
        <translation>정밀도(매크로)</translation>
    </message>
    <message>
        <source>Recall (macro)</source>
        <translation>재현율(매크로)</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>ROC AUC</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>보정 오차</translation>
    </message>
    <message>
        <source>Always the most frequent label</source>
        <translation>항상 가장 많은 레이블로 답할 때</translation>
    </message>
    <message>
        <source>Precision (micro)</source>
        <translation>정밀도 (마이크로)</translation>
    </message>
    <message>
        <source>Recall (micro)</source>
        <translation>재현율 (마이크로)</translation>
    </message>
    <message>
        <source>Wrong labels (share)</source>
        <translation>틀린 레이블 (비율)</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>%1 weights</source>
        <translation>가중치 %1개</translation>
    </message>
    <message>
        <source>%1 million weights</source>
        <translation>가중치 %1백만 개</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n block(s)</source>
        <translation>
            <numerusform>%1, 블록 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder holds no model. A model has a config.json beside its weights.</source>
        <translation>이 폴더에는 모델이 없습니다. 모델에는 가중치 옆에 config.json이 있습니다.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation>홈</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>써 보기</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>Task</source>
        <translation>작업</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>레이블 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>%1 training, %2 validation, %3 test</source>
        <translation>학습 %1, 검증 %2, 테스트 %3</translation>
    </message>
    <message>
        <source>%1 training, %2 validation</source>
        <translation>학습 %1, 검증 %2</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>%1 learn</source>
        <translation>학습: %1</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n개 변경</numerusform>
        </translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>%1 steps, %2 rows a step, rate %3</source>
        <translation>%1 스텝, 스텝마다 %2행, 학습률 %3</translation>
    </message>
    <message>
        <source>%1 epochs, %2 rows a step, rate %3</source>
        <translation>%1 에폭, 스텝마다 %2행, 학습률 %3</translation>
    </message>
</context>
<context>
    <name>RoleRows</name>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>What the model reads</source>
        <translation>모델이 읽는 것</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>둘째 텍스트</translation>
    </message>
    <message>
        <source>Read together with the text, where there is one</source>
        <translation>있으면 텍스트와 함께 읽습니다</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>What the model learns to answer</source>
        <translation>모델이 답하도록 배우는 것</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>부분</translation>
    </message>
    <message>
        <source>Says of each row which part it belongs to</source>
        <translation>각 행이 어느 부분에 드는지 알려 줍니다</translation>
    </message>
</context>
<context>
    <name>RunAdvice</name>
    <message>
        <source>Go back to best step</source>
        <translation>최적 스텝으로 되돌리기</translation>
    </message>
    <message>
        <source>Fewer epochs</source>
        <translation>에폭 줄이기</translation>
    </message>
    <message>
        <source>Train fewer blocks</source>
        <translation>더 많은 블록 고정</translation>
    </message>
    <message>
        <source>More data</source>
        <translation>데이터 늘리기</translation>
    </message>
    <message>
        <source>More epochs</source>
        <translation>에폭 늘리기</translation>
    </message>
    <message>
        <source>A higher learning rate</source>
        <translation>학습률 높이기</translation>
    </message>
    <message>
        <source>Train more blocks</source>
        <translation>더 많은 블록 학습</translation>
    </message>
    <message>
        <source>Check the labels</source>
        <translation>레이블 확인</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>지금 마치기</translation>
    </message>
    <message>
        <source>A lower learning rate</source>
        <translation>학습률 낮추기</translation>
    </message>
    <message>
        <source>Another method</source>
        <translation>다른 방법</translation>
    </message>
    <message>
        <source>A tenth of the learning rate</source>
        <translation>학습률을 10분의 1로</translation>
    </message>
    <message>
        <source>A longer warm-up</source>
        <translation>워밍업 늘리기</translation>
    </message>
    <message>
        <source>More validation rows</source>
        <translation>검증 데이터 늘리기</translation>
    </message>
    <message>
        <source>More seeds</source>
        <translation>시드 늘리기</translation>
    </message>
</context>
<context>
    <name>RunDialogs</name>
    <message>
        <source>What can I do?</source>
        <translation>해결 방법</translation>
    </message>
    <message>
        <source>What helps, best first:</source>
        <translation>도움이 되는 방법(효과가 큰 순서):</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 실행을 중지할까요?</translation>
    </message>
    <message>
        <source>A saved run can be continued later. A discarded one goes to the trash folder of the workspace.</source>
        <translation>저장한 실행은 나중에 계속할 수 있습니다. 버린 실행은 작업 공간의 휴지통 폴더로 옮깁니다.</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>중지하고 저장</translation>
    </message>
    <message>
        <source>Stop and discard</source>
        <translation>중지하고 버리기</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>계속 실행</translation>
    </message>
    <message>
        <source>Go back to best step</source>
        <translation>최적 스텝으로 되돌리기</translation>
    </message>
    <message>
        <source>Stop here and use step %1?</source>
        <translation>여기서 멈추고 %1 스텝을 쓸까요?</translation>
    </message>
    <message>
        <source>Steps %1 to %2 stay in the history.</source>
        <translation>%1 스텝부터 %2 스텝까지는 기록에 남습니다.</translation>
    </message>
    <message>
        <source>Stop and use step %1</source>
        <translation>멈추고 %1 스텝 쓰기</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>계속 학습</translation>
    </message>
</context>
<context>
    <name>RunPhase</name>
    <message>
        <source>Making the run&apos;s folder</source>
        <translation>실행 폴더를 만드는 중</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>모델을 읽는 중</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>데이터를 읽는 중</translation>
    </message>
    <message>
        <source>Cutting the texts into tokens</source>
        <translation>텍스트를 토큰으로 나누는 중</translation>
    </message>
    <message>
        <source>Computing once what the frozen parts give</source>
        <translation>고정된 부분의 결과를 한 번 계산하는 중</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Getting ready</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>%2 중 %1 스텝</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>에폭 %1 / %2</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1 지남</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>Getting ready</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>일시 정지하는 중</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>중지하는 중</translation>
    </message>
    <message>
        <source>Running elsewhere</source>
        <translation>다른 곳에서 실행 중</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>Done, stopped early</source>
        <translation>완료(조기 종료)</translation>
    </message>
    <message>
        <source>Folder is gone</source>
        <translation>폴더 없음</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>설정 안 함</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation>%1 (%2 스텝)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>Best value</source>
        <translation>최적 값</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 on the validation part, step %2</source>
        <translation>검증 데이터의 %1, %2 스텝</translation>
    </message>
    <message>
        <source>No validation yet</source>
        <translation>아직 검증하지 않았습니다</translation>
    </message>
    <message>
        <source>Validation loss from %1 to %2 in %3 points</source>
        <translation>검증 손실 %1에서 %2까지, 지점 %3개</translation>
    </message>
</context>
<context>
    <name>TryPage</name>
    <message>
        <source>Right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>Training changed the answer</source>
        <translation>학습으로 바뀐 답</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>True label</source>
        <translation>실제 레이블</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>학습 전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>학습 후</translation>
    </message>
    <message>
        <source>Save answers</source>
        <translation>답 저장</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>쉼표로 구분한 값 (*.csv)</translation>
    </message>
    <message>
        <source>True labels</source>
        <translation>실제 레이블</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>레이블 없음</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>validations</source>
        <translation>회 검증</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Too early</source>
        <translation>판단 보류</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>과적합</translation>
    </message>
    <message>
        <source>Underfitting</source>
        <translation>과소적합</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>정체</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>Not clear</source>
        <translation>불분명</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
</context>
<context>
    <name>luthier::AnswerCard</name>
    <message>
        <source>Before</source>
        <translation>학습 전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>학습 후</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Change who answers before</source>
        <translation>학습 전 답을 낼 모델 변경</translation>
    </message>
    <message>
        <source>Change who answers after</source>
        <translation>학습 후 답을 낼 모델 변경</translation>
    </message>
    <message>
        <source>Choose what the run is set beside: the base model or another run</source>
        <translation>이 실행과 나란히 볼 대상 선택: 기본 모델 또는 다른 실행</translation>
    </message>
    <message>
        <source>Choose the run that answers</source>
        <translation>답을 낼 실행 선택</translation>
    </message>
    <message>
        <source>The base model as it came</source>
        <translation>처음 그대로의 기본 모델</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name of a run (method)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>불확실</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>확실</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1밀리초</translation>
    </message>
    <message>
        <source>From the text to the answer, once the model is open</source>
        <translation>모델이 열린 뒤 텍스트에서 답까지 걸린 시간</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>여는 중…</translation>
    </message>
    <message>
        <source>%1, as it came</source>
        <translation>%1, 처음 그대로</translation>
    </message>
    <message>
        <source>%1, only a last layer</source>
        <translation>%1, 마지막 층만 학습</translation>
    </message>
    <message>
        <source>%1, best step %2</source>
        <translation>%1, 최적 스텝 %2</translation>
    </message>
    <message>
        <source>The model is being opened.</source>
        <translation>모델을 여는 중입니다.</translation>
    </message>
    <message>
        <source>No answer: this model came without a last layer for these labels, and a new one would only guess. Train the same data by feature extraction to see here what a last layer alone can do.</source>
        <translation>답이 없습니다. 이 모델에는 이 레이블을 위한 마지막 층이 없고, 새로 만든 층은 추측만 할 뿐입니다. 같은 데이터를 특징 추출로 학습하면 마지막 층만으로 무엇이 가능한지 여기에서 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>No answer: it was trained on other labels, so it cannot be set beside this run.</source>
        <translation>답이 없습니다. 다른 레이블로 학습되어 이 실행과 나란히 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>묻는 중…</translation>
    </message>
    <message>
        <source>The answer will stand here.</source>
        <translation>답이 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Training turned the answer from %1 to %2.</source>
        <translation>학습으로 답이 바뀌었습니다: %1 → %2</translation>
    </message>
    <message>
        <source>Training did not change the answer.</source>
        <translation>학습 전과 답이 같습니다.</translation>
    </message>
    <message>
        <source>Leans to %1, but another label is close behind.</source>
        <translation>답: %1. 하지만 다른 레이블과 차이가 작습니다.</translation>
    </message>
    <message>
        <source>Always saying “%1” would be right for %2 of the validation texts.</source>
        <translation>항상 ‘%1’만 답해도 검증 텍스트의 %2는 맞습니다.</translation>
    </message>
    <message>
        <source>%1 right on validation</source>
        <translation>검증에서 %1 정답</translation>
    </message>
    <message>
        <source>It is unsure of %1, which is close to 50%.</source>
        <translation>불확실한 레이블: %1 (50%에 가깝습니다).</translation>
    </message>
    <message>
        <source>Training turned the answer from no label to %1.</source>
        <translation>학습으로 답이 바뀌었습니다: 레이블 없음 → %1</translation>
    </message>
    <message>
        <source>Training turned the answer from %1 to no label.</source>
        <translation>학습으로 답이 바뀌었습니다: %1 → 레이블 없음</translation>
    </message>
    <message>
        <source>%1, all labels right for %2 on validation</source>
        <translation>%1, 검증에서 %2는 레이블이 모두 맞음</translation>
    </message>
    <message>
        <source>%1, %2 right on validation</source>
        <translation>%1, 검증에서 %2 정답</translation>
    </message>
    <message>
        <source>All labels right for %1 on validation</source>
        <translation>검증에서 %1는 레이블이 모두 맞음</translation>
    </message>
    <message>
        <source>Always giving no label would be right for %1 of the validation texts.</source>
        <translation>항상 레이블을 붙이지 않아도 검증 텍스트의 %1는 맞습니다.</translation>
    </message>
</context>
<context>
    <name>luthier::ChartFrame</name>
    <message>
        <source>Best step</source>
        <translation>최적 스텝</translation>
    </message>
    <message>
        <source>Numbers of the chart</source>
        <translation>차트의 숫자</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>아직 표시할 내용이 없습니다</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>%1에 저장할 수 없습니다: %2. 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>차트 저장</translation>
    </message>
</context>
<context>
    <name>luthier::ChartTools</name>
    <message>
        <source>Smoothing</source>
        <translation>평활</translation>
    </message>
    <message>
        <source>Smoothing of the training curve</source>
        <translation>학습 곡선의 평활 정도</translation>
    </message>
    <message>
        <source>How much the training curve is smoothed; the faint line shows the raw values</source>
        <translation>학습 곡선을 얼마나 부드럽게 할지 정합니다. 흐린 선은 원래 값입니다</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom to a frame: draw it with the mouse (Shift and drag)</source>
        <translation>상자로 확대: 마우스로 그립니다 (Shift를 누르고 끌기)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Leave the zoom; once more: show all (0)</source>
        <translation>확대 해제, 한 번 더 누르면 전체 표시 (0)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Show the numbers as a table</source>
        <translation>숫자를 표로 표시</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>SVG로 저장…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>PNG로 저장…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>값 복사</translation>
    </message>
    <message>
        <source>Save or copy this chart</source>
        <translation>차트 저장 또는 복사</translation>
    </message>
</context>
<context>
    <name>luthier::ChecksCard</name>
    <message>
        <source>Validation every %1 steps on %2 rows</source>
        <translation>%1 스텝마다 %2개 행으로 검증</translation>
    </message>
    <message>
        <source>The best step is kept, whatever comes after</source>
        <translation>나중에 어떻게 되든 최적 스텝을 보관합니다</translation>
    </message>
    <message numerus="yes">
        <source>Stops after %n validation(s) without a better one</source>
        <translation>
            <numerusform>더 나은 결과 없이 검증 %n번이면 멈춥니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved every %n step(s), so a power cut costs little</source>
        <translation>
            <numerusform>%n 스텝마다 저장하여 정전에도 잃는 것이 적습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>No row is cut</source>
        <translation>잘리는 행이 없습니다</translation>
    </message>
    <message>
        <source>Checked before the start</source>
        <translation>시작 전 확인</translation>
    </message>
    <message>
        <source>Model, data and settings are put together as for the run, without training.</source>
        <translation>학습 없이 실행할 때와 똑같이 모델, 데이터, 설정을 준비해 봅니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are cut at %1 tokens</source>
        <translation>
            <numerusform>행 %n개가 %1 토큰에서 잘립니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 good, %2 to know</source>
        <translation>양호 %1, 참고 %2</translation>
    </message>
    <message>
        <source>%1 good</source>
        <translation>양호 %1</translation>
    </message>
    <message numerus="yes">
        <source>Saved when it ends: it has %n step(s) only</source>
        <translation>
            <numerusform>끝날 때 저장합니다. 모두 %n 스텝뿐입니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::ComputerCard</name>
    <message>
        <source>This computer</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>수 형식</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>그래픽 카드</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s), %1</source>
        <comment>%1: vector instructions, as AVX2</comment>
        <translation>
            <numerusform>코어 %n개, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>fp32</source>
        <translation>fp32</translation>
    </message>
    <message>
        <source>%1 free of %2</source>
        <translation>%2 중 %1 남음</translation>
    </message>
    <message>
        <source>Not used. The processor trains</source>
        <translation>쓰지 않음. 프로세서로 학습</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 남음</translation>
    </message>
</context>
<context>
    <name>luthier::DataDocument</name>
    <message>
        <source>Task</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>데이터 세트</translation>
    </message>
    <message>
        <source>Cut-off</source>
        <translation>최대 길이</translation>
    </message>
</context>
<context>
    <name>luthier::DataPage</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>아직 데이터가 없습니다</translation>
    </message>
    <message>
        <source>Open a table with a text and a label in each row: CSV, JSON Lines, JSON, Parquet or Arrow. You can also drop it on the window. It is only read, never changed.</source>
        <translation>행마다 텍스트와 레이블이 있는 표(CSV, JSON Lines, JSON, Parquet, Arrow)를 여십시오. 창에 끌어다 놓아도 됩니다. 파일은 읽기만 하고 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Open data…</source>
        <translation>데이터 열기…</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>다른 파일 열기…</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>다른 파일 열기…</translation>
    </message>
    <message>
        <source>Shows another file (Ctrl+O)</source>
        <translation>다른 파일을 보여 줍니다 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Train with this data</source>
        <translation>이 데이터로 학습</translation>
    </message>
    <message>
        <source>Takes file, roles and split into your plan and goes to Train</source>
        <translation>파일, 열의 역할, 분할을 계획에 넣고 학습으로 갑니다</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 읽는 중</translation>
    </message>
    <message>
        <source>%1 cannot be used</source>
        <translation>%1: 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The file was not changed. (%1)</source>
        <translation>파일은 바뀌지 않았습니다. (%1)</translation>
    </message>
    <message>
        <source>In your plan</source>
        <translation>계획에 있음</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) in use</source>
        <translation>
            <numerusform>텍스트 %Ln개 사용</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 lines · %3 · %4 · the source is not changed</source>
        <translation>%1, 전체 %2줄 · %3 · %4 · 원본은 바뀌지 않습니다</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · the source is not changed</source>
        <translation>%1 · %2 · %3 · 원본은 바뀌지 않습니다</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>폴더 열기…</translation>
    </message>
    <message>
        <source>Shows a folder with a folder of text files for each label (Ctrl+Shift+O)</source>
        <translation>레이블마다 텍스트 파일 폴더가 있는 폴더를 보여 줍니다(Ctrl+Shift+O)</translation>
    </message>
</context>
<context>
    <name>luthier::DataStep</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>The file is still being read.</source>
        <translation>파일을 아직 읽고 있습니다.</translation>
    </message>
    <message>
        <source>Choose the file to learn from.</source>
        <translation>학습할 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The file to learn from</source>
        <translation>학습할 파일</translation>
    </message>
    <message>
        <source>It is only read, never changed</source>
        <translation>읽기만 하고 바꾸지 않습니다</translation>
    </message>
    <message>
        <source>Type or paste the place of a CSV or JSONL file, then Enter</source>
        <translation>CSV 또는 JSONL 파일의 위치를 적거나 붙여 넣고 Enter</translation>
    </message>
    <message>
        <source>File to learn from</source>
        <translation>학습할 파일</translation>
    </message>
    <message>
        <source>Enter reads the file.</source>
        <translation>Enter를 누르면 파일을 읽습니다.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>파일 고르기…</translation>
    </message>
    <message>
        <source>Opens a file of this computer.</source>
        <translation>이 컴퓨터의 파일을 엽니다.</translation>
    </message>
    <message>
        <source>Look at the data</source>
        <translation>데이터 보기</translation>
    </message>
    <message>
        <source>Opens the rows on the Data page.</source>
        <translation>데이터 페이지에서 행을 엽니다.</translation>
    </message>
    <message>
        <source>What the columns are</source>
        <translation>열의 역할</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), %1 in use</source>
        <translation>
            <numerusform>행 %n개, 사용 %1개</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>This file cannot be used as it is.</source>
        <translation>이 파일은 이대로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>폴더 선택…</translation>
    </message>
    <message>
        <source>Opens a folder with a folder of text files for each label.</source>
        <translation>레이블마다 텍스트 파일 폴더가 있는 폴더를 엽니다.</translation>
    </message>
    <message>
        <source>A run could not start with this data.</source>
        <translation>이 데이터로는 실행을 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>Folder to learn from</source>
        <translation>학습할 폴더</translation>
    </message>
    <message>
        <source>Test file</source>
        <translation>테스트 파일</translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation>검증 파일</translation>
    </message>
</context>
<context>
    <name>luthier::EarlierCard</name>
    <message>
        <source>Earlier texts</source>
        <translation>이전 텍스트</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>Save the texts and both answers as a table</source>
        <translation>텍스트와 두 답을 표로 저장</translation>
    </message>
    <message>
        <source>Texts asked so far with both answers</source>
        <translation>지금까지 물어본 텍스트와 두 답</translation>
    </message>
    <message>
        <source>Enter shows a text and its answers again</source>
        <translation>Enter: 텍스트와 답 다시 보기</translation>
    </message>
    <message>
        <source>Texts that you ask are kept here until the window closes.</source>
        <translation>물어본 텍스트는 창을 닫을 때까지 여기에 남습니다.</translation>
    </message>
    <message>
        <source>Training changed the answer</source>
        <translation>학습으로 바뀐 답</translation>
    </message>
</context>
<context>
    <name>luthier::EvaluationView</name>
    <message>
        <source>No test results yet</source>
        <translation>아직 테스트 결과가 없습니다</translation>
    </message>
    <message>
        <source>The test part is scored once, on the best step, when the run is done. A plan without a test part has none.</source>
        <translation>테스트 데이터는 실행이 끝났을 때 최적 스텝으로 한 번만 채점합니다. 테스트 데이터가 없는 계획에는 결과가 없습니다.</translation>
    </message>
    <message>
        <source>Each label</source>
        <translation>레이블별</translation>
    </message>
    <message>
        <source>Scores of each label on the test part</source>
        <translation>테스트 데이터의 레이블별 점수</translation>
    </message>
    <message>
        <source>True and answered labels</source>
        <translation>정답과 답한 레이블</translation>
    </message>
    <message>
        <source>rows: true, columns: answered</source>
        <translation>행: 정답, 열: 답</translation>
    </message>
    <message>
        <source>How often each true label was answered as which</source>
        <translation>각 정답 레이블을 무엇으로 답했는지</translation>
    </message>
    <message>
        <source>Scored once, on the best step (%1), with texts that were neither learned from nor used to choose. Texts: %2.</source>
        <translation>학습에도 선택에도 쓰지 않은 텍스트로 최적 스텝(%1)에서 한 번 채점했습니다. 텍스트 수: %2.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>%1 of %2 texts with the label %3 were answered as %4.</source>
        <translation>레이블이 %3인 텍스트 %2개 중 %1개를 %4(으)로 답했습니다.</translation>
    </message>
</context>
<context>
    <name>luthier::FileCard</name>
    <message>
        <source>Texts of a file</source>
        <translation>파일의 텍스트</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>Save the texts and both answers as a table</source>
        <translation>텍스트와 두 답을 표로 저장</translation>
    </message>
    <message>
        <source>Texts of the file with both answers</source>
        <translation>파일의 텍스트와 두 답</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>Which texts are shown</source>
        <translation>표시할 텍스트</translation>
    </message>
    <message>
        <source>All texts, those whose answer training changed, or those whose answer after training is not their true label</source>
        <translation>모든 텍스트, 학습으로 답이 바뀐 텍스트, 또는 학습 후 답이 실제 레이블과 다른 텍스트</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>파일을 읽는 중</translation>
    </message>
    <message>
        <source>Texts: %1. Answers that training changed: %2.</source>
        <translation>텍스트: %1. 학습으로 바뀐 답: %2.</translation>
    </message>
    <message>
        <source>Texts with a label: %1. Right before: %2. Right after: %3. Answers that training changed: %4.</source>
        <translation>레이블이 있는 텍스트: %1. 학습 전 정답: %2. 학습 후 정답: %3. 학습으로 바뀐 답: %4.</translation>
    </message>
    <message>
        <source>Texts with a label: %1. Right: %2.</source>
        <translation>레이블이 있는 텍스트: %1. 정답: %2.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 texts were answered. Saving writes these.</source>
        <translation>중지됨: 텍스트 %2개 중 %1개에 답했습니다. 저장하면 답한 텍스트만 기록됩니다.</translation>
    </message>
    <message>
        <source>Texts whose labels are known: %1. All labels right before: %2. All labels right after: %3. Answers that training changed: %4.</source>
        <translation>레이블을 아는 텍스트: %1. 학습 전 모두 정답: %2. 학습 후 모두 정답: %3. 학습으로 바뀐 답: %4.</translation>
    </message>
    <message>
        <source>Texts whose labels are known: %1. All labels right: %2.</source>
        <translation>레이블을 아는 텍스트: %1. 모두 정답: %2.</translation>
    </message>
</context>
<context>
    <name>luthier::FirstBatchCard</name>
    <message>
        <source>First batch</source>
        <translation>첫 배치</translation>
    </message>
    <message>
        <source>Learned: what the model is to answer. Read only: what it reads. Cut off: beyond the longest length, never seen. Padding: what other programs add so that all rows are equally long; here it is skipped.</source>
        <translation>학습함: 모델이 답해야 하는 것. 읽기만 함: 모델이 읽는 것. 잘림: 최대 길이를 넘어 모델이 보지 못하는 것. 패딩: 다른 프로그램이 모든 행의 길이를 맞추려고 덧붙이는 것으로, 여기서는 건너뜁니다.</translation>
    </message>
    <message>
        <source>Rows of the first batch</source>
        <translation>첫 배치의 행</translation>
    </message>
    <message>
        <source>Texts: %1, tokens: %2</source>
        <translation>텍스트: %1개, 토큰: %2개</translation>
    </message>
</context>
<context>
    <name>luthier::FirstSteps</name>
    <message>
        <source>Take the sample</source>
        <translation>예제 가져오기</translation>
    </message>
    <message>
        <source>Teach a model your own examples</source>
        <translation>내 예문으로 모델 가르치기</translation>
    </message>
    <message>
        <source>Three steps. Nothing you open leaves this computer.</source>
        <translation>세 단계입니다. 여는 데이터는 이 컴퓨터 밖으로 나가지 않습니다.</translation>
    </message>
    <message>
        <source>Open your data</source>
        <translation>데이터 열기</translation>
    </message>
    <message>
        <source>A table with a text and a label in each row: CSV, JSONL, Parquet, or one folder of texts per label. Luthier finds the columns and checks every row.</source>
        <translation>행마다 텍스트와 레이블이 있는 표(CSV, JSONL, Parquet) 또는 레이블마다 텍스트 폴더 하나입니다. Luthier가 열을 찾고 모든 행을 검사합니다.</translation>
    </message>
    <message>
        <source>Open data…</source>
        <translation>데이터 열기…</translation>
    </message>
    <message>
        <source>Choose a file with your examples</source>
        <translation>예문이 든 파일 고르기</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Pick a model. The suggested settings work. While it learns, Luthier watches for overfitting and keeps the best step.</source>
        <translation>모델을 고릅니다. 제안된 설정이면 충분합니다. 학습하는 동안 Luthier가 과적합을 살피고 최적 스텝을 보관합니다.</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>새 학습</translation>
    </message>
    <message>
        <source>Choose task, model, data and method</source>
        <translation>작업, 모델, 데이터, 방법 고르기</translation>
    </message>
    <message>
        <source>Compare and try</source>
        <translation>비교하고 써 보기</translation>
    </message>
    <message>
        <source>Lay runs over each other, type your own text and see the answer before and after.</source>
        <translation>여러 실행을 겹쳐 보고, 직접 쓴 텍스트로 학습 전과 후의 답을 봅니다.</translation>
    </message>
    <message>
        <source>Open runs</source>
        <translation>실행 기록 열기</translation>
    </message>
    <message>
        <source>The list of all runs of this workspace</source>
        <translation>이 작업 공간의 모든 실행 목록</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>%1단계</translation>
    </message>
    <message>
        <source>See it work first</source>
        <translation>먼저 한번 보기</translation>
    </message>
    <message>
        <source>The sample teaches MiniLM-L6 to sort %1 Reuters news by topic. Both are already here, nothing is downloaded.</source>
        <translation>예제는 MiniLM-L6에 Reuters 기사 %1건을 주제별로 나누도록 가르칩니다. 둘 다 이미 여기에 있어 내려받는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Run the sample</source>
        <translation>예제 실행</translation>
    </message>
    <message>
        <source>Shows its settings first; it starts when you say so</source>
        <translation>설정을 먼저 보여 줍니다. 시작은 직접 누를 때 합니다</translation>
    </message>
    <message>
        <source>Or drop a file or folder anywhere in this window</source>
        <translation>또는 파일이나 폴더를 이 창 아무 곳에나 끌어다 놓기</translation>
    </message>
    <message>
        <source>A file Luthier cannot read gets a sentence that says why, and what would work.</source>
        <translation>읽을 수 없는 파일이면 이유와 해결 방법을 문장으로 알려 줍니다.</translation>
    </message>
</context>
<context>
    <name>luthier::FormRow</name>
    <message>
        <source>Changed.</source>
        <translation>변경됨.</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>기본값으로 되돌리기: %1</translation>
    </message>
</context>
<context>
    <name>luthier::HelpPage</name>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>The numbers in a model that learn.</source>
        <translation>모델 안에서 학습되는 수입니다.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>One change of the weights, after a small batch of examples.</source>
        <translation>예문 한 배치를 보고 가중치를 한 번 바꾸는 일입니다.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>One pass over all training examples.</source>
        <translation>학습 예문 전체를 한 번 지나는 일입니다.</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <source>How wrong the model is on the examples it learns from, averaged while the weights move; lower is better.</source>
        <translation>배우는 예문에서 모델이 얼마나 틀리는지를 가중치가 바뀌는 동안 평균한 값입니다. 낮을수록 좋습니다.</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>How wrong the model is on examples it has not learned from, measured while the weights stand still; lower is better.</source>
        <translation>배우지 않은 예문에서 모델이 얼마나 틀리는지를 가중치를 멈추고 잰 값입니다. 낮을수록 좋습니다.</translation>
    </message>
    <message>
        <source>Best step</source>
        <translation>최적 스텝</translation>
    </message>
    <message>
        <source>The step after which validation was best. Its weights are kept.</source>
        <translation>검증 결과가 가장 좋았던 스텝입니다. 그때의 가중치를 보관합니다.</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>과적합</translation>
    </message>
    <message>
        <source>Training loss still falls while validation loss rises: the model learns its examples by heart.</source>
        <translation>학습 손실은 내려가는데 검증 손실은 올라가는 상태입니다. 모델이 예문을 외우고 있습니다.</translation>
    </message>
    <message>
        <source>Cut-off</source>
        <translation>최대 길이</translation>
    </message>
    <message>
        <source>The length, in tokens, behind which a text is not read.</source>
        <translation>텍스트를 몇 토큰까지 읽는지를 나타냅니다. 그 뒤는 읽지 않습니다.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>One training with its settings, curves and resulting model.</source>
        <translation>설정, 곡선, 결과 모델을 갖춘 학습 한 번입니다.</translation>
    </message>
    <message>
        <source>Stop… (Run)</source>
        <translation>멈추기…(실행)</translation>
    </message>
    <message>
        <source>Pause or continue (Run)</source>
        <translation>일시 정지 또는 계속(실행)</translation>
    </message>
    <message>
        <source>Close a dialog or leave zoom; never stops a run</source>
        <translation>대화 상자 닫기, 확대 끝내기. 실행은 멈추지 않음</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>The words of this program, and its keys.</source>
        <translation>이 프로그램의 낱말과 단축키입니다.</translation>
    </message>
    <message>
        <source>Words and keys</source>
        <translation>낱말과 단축키</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>낱말</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Shift+F5</source>
        <translation>Shift+F5</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>스페이스</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ask both sides (Try)</source>
        <translation>양쪽에 묻기 (써 보기)</translation>
    </message>
    <message>
        <source>Start the run (Review), or read the list again (Data, Runs)</source>
        <translation>실행 시작(검토), 목록 다시 읽기(데이터, 실행 목록)</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Search (Data, Runs)</source>
        <translation>검색(데이터, 실행 목록)</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Next tab (Run, in a low window)</source>
        <translation>다음 탭(실행, 낮은 창)</translation>
    </message>
    <message>
        <source>Enter, F2, Delete, Space</source>
        <translation>Enter, F2, Delete, Space</translation>
    </message>
    <message>
        <source>Open, rename, delete, tick the chosen run (Runs)</source>
        <translation>고른 실행 열기, 이름 바꾸기, 삭제, 선택(실행 목록)</translation>
    </message>
    <message>
        <source>Arrows, Home, End</source>
        <translation>화살표, Home, End</translation>
    </message>
    <message>
        <source>Read a chart point by point</source>
        <translation>차트를 점마다 읽기</translation>
    </message>
    <message>
        <source>+, −, 0, L, T</source>
        <translation>+, −, 0, L, T</translation>
    </message>
    <message>
        <source>Zoom a chart in or out, reset it, log scale, table</source>
        <translation>차트 확대, 축소, 되돌리기, 로그 눈금, 표</translation>
    </message>
</context>
<context>
    <name>luthier::HomePage</name>
    <message>
        <source>Home</source>
        <translation>홈</translation>
    </message>
</context>
<context>
    <name>luthier::LabelBars</name>
    <message>
        <source>How sure of each label</source>
        <translation>레이블별 확신</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>labels</comment>
        <translation>
            <numerusform>그 밖에 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>≤ %1</source>
        <comment>at most so much each</comment>
        <translation>≤ %1</translation>
    </message>
</context>
<context>
    <name>luthier::LabelsCard</name>
    <message>
        <source>Label balance</source>
        <translation>레이블 분포</translation>
    </message>
    <message>
        <source>Rows of each label</source>
        <translation>레이블별 행 수</translation>
    </message>
    <message>
        <source>No column is the label yet: choose it in the table&apos;s header.</source>
        <translation>아직 레이블 열이 없습니다. 표의 머리글에서 고르십시오.</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3</source>
        <translation>%1: %2행, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>레이블 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Always saying “%1” would be right for %2. A model has to beat that.</source>
        <translation>항상 ‘%1’ 하나로 답해도 %2 맞습니다. 모델은 이보다 나아야 합니다.</translation>
    </message>
</context>
<context>
    <name>luthier::LengthCard</name>
    <message>
        <source>What this gives</source>
        <translation>이 설정의 결과</translation>
    </message>
    <message>
        <source>Steps are counted once the model and the data are known.</source>
        <translation>모델과 데이터가 정해지면 스텝 수를 셉니다.</translation>
    </message>
    <message>
        <source>Steps are counted once every setting can be used.</source>
        <translation>모든 설정이 올바르면 스텝 수를 셉니다.</translation>
    </message>
    <message>
        <source>%1 steps, validation every %2</source>
        <translation>%1 스텝, %2 스텝마다 검증</translation>
    </message>
    <message>
        <source>%1 epochs × %2 steps = %3 steps, validation every %4</source>
        <translation>%1 에폭 × %2 스텝 = %3 스텝, %4 스텝마다 검증</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are longer than %1 tokens and lose their end.</source>
        <translation>
            <numerusform>행 %n개는 %1 토큰보다 길어 뒷부분이 잘립니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
</context>
<context>
    <name>luthier::LoadingState</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>luthier::LogView</name>
    <message>
        <source>What the run has said</source>
        <translation>실행이 알린 내용</translation>
    </message>
    <message>
        <source>After step</source>
        <translation>스텝 이후</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>로그 파일</translation>
    </message>
    <message>
        <source>in English, for whoever helps you</source>
        <translation>영어로 적혀 있으며 도움을 받을 때 씁니다</translation>
    </message>
</context>
<context>
    <name>luthier::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>학습(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>창(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New training</source>
        <translation>새 학습(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open data…</source>
        <translation>데이터 열기…(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>설정(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Narrow navigation</source>
        <translation>탐색 막대 좁게(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;ext pane</source>
        <translation>다음 영역(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>이전 영역(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Open the run that trains</source>
        <translation>학습 중인 실행 열기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Minimize</source>
        <translation>최소화(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>전체 화면(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Keys and help</source>
        <translation>단축키와 도움말(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Luthier</source>
        <translation>Luthier 정보(&amp;A)</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>메뉴 막대</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>계속(&amp;C)</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>폴더 열기…(&amp;F)</translation>
    </message>
</context>
<context>
    <name>luthier::MainWindow</name>
    <message>
        <source>Luthier</source>
        <translation>Luthier</translation>
    </message>
    <message>
        <source>Luthier, main window</source>
        <translation>Luthier, 기본 창</translation>
    </message>
</context>
<context>
    <name>luthier::MethodCard</name>
    <message>
        <source>Learns</source>
        <translation>학습 대상</translation>
    </message>
    <message>
        <source>%1, all</source>
        <translation>%1, 전부</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>%1, add-on</source>
        <translation>%1, 애드온</translation>
    </message>
    <message>
        <source>%1, whole model</source>
        <translation>%1, 모델 전체</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>블록 %1</translation>
    </message>
    <message>
        <source>Last layer</source>
        <translation>마지막 층</translation>
    </message>
    <message>
        <source>Word table</source>
        <translation>단어 표</translation>
    </message>
    <message numerus="yes">
        <source>The blocks stay as they are; small parts beside %n of them learn.</source>
        <translation>
            <numerusform>블록은 그대로 두고 블록 %n개 옆의 작은 부분만 학습합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 blocks learn.</source>
        <translation>블록 %2개 중 %1개가 학습합니다.</translation>
    </message>
</context>
<context>
    <name>luthier::MethodStep</name>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>From top to bottom: last layer, blocks, word table. Filled parts learn, hatched ones stay as they are.</source>
        <translation>위에서 아래로 마지막 층, 블록, 단어 표입니다. 채워진 부분은 학습하고 빗금 친 부분은 그대로 있습니다.</translation>
    </message>
</context>
<context>
    <name>luthier::ModelCard</name>
    <message>
        <source>Looking…</source>
        <translation>살펴보는 중…</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>쓸 수 없음</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>쓸 수 있음</translation>
    </message>
</context>
<context>
    <name>luthier::ModelDetails</name>
    <message>
        <source>About the model</source>
        <translation>모델 정보</translation>
    </message>
    <message>
        <source>Choose a model to see its size and what it reads.</source>
        <translation>모델을 고르면 크기와 읽을 수 있는 길이가 나옵니다.</translation>
    </message>
    <message>
        <source>Looking at its files…</source>
        <translation>파일을 살펴보는 중…</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>읽는 길이</translation>
    </message>
    <message numerus="yes">
        <source>up to %n token(s)</source>
        <translation>
            <numerusform>최대 %n 토큰</numerusform>
        </translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>어휘</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>토큰 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>New parts</source>
        <translation>새 부분</translation>
    </message>
</context>
<context>
    <name>luthier::ModelStep</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>모델을 고르십시오.</translation>
    </message>
    <message>
        <source>Search your models</source>
        <translation>모델 찾기</translation>
    </message>
    <message>
        <source>Shows the models whose name or folder holds this text.</source>
        <translation>이름이나 폴더에 이 글자가 있는 모델만 보입니다.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>폴더 고르기…</translation>
    </message>
    <message>
        <source>Takes a model from any folder of this computer; nothing is copied.</source>
        <translation>이 컴퓨터의 아무 폴더에서나 모델을 씁니다. 복사하지 않습니다.</translation>
    </message>
    <message>
        <source>No model here yet</source>
        <translation>아직 모델이 없습니다</translation>
    </message>
    <message>
        <source>Choose the folder of a pre-trained model, or put it into the folder models of your workspace.</source>
        <translation>사전 학습된 모델의 폴더를 고르거나 작업 공간의 models 폴더에 넣으십시오.</translation>
    </message>
    <message>
        <source>Any Hugging Face folder with a config.json, safetensors weights and a tokenizer of a supported family works.</source>
        <translation>config.json, safetensors 가중치, 지원하는 계열의 토크나이저가 있는 Hugging Face 폴더라면 모두 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Folder of a pre-trained model</source>
        <translation>사전 학습된 모델의 폴더</translation>
    </message>
</context>
<context>
    <name>luthier::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) going</source>
        <translation>
            <numerusform>실행 %n개 진행 중</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::OutcomeCard</name>
    <message>
        <source>What the run will do</source>
        <translation>실행할 내용</translation>
    </message>
    <message>
        <source>nothing is trained yet</source>
        <translation>아직 학습하지 않았습니다</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>%1 training, %2 validation, %3 test</source>
        <translation>학습 %1, 검증 %2, 테스트 %3</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>%1 an epoch</source>
        <translation>에폭마다 %1</translation>
    </message>
    <message>
        <source>Rows cut</source>
        <translation>잘린 행</translation>
    </message>
    <message>
        <source>%1 (%2) at %3 tokens</source>
        <translation>%3 토큰에서 %1 (%2)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>%1, %2 an epoch</source>
        <translation>%1, 에폭마다 %2</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>every %1 steps</source>
        <translation>%1 스텝마다</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Learns</source>
        <translation>학습 대상</translation>
    </message>
    <message>
        <source>%1 of %2 weights (%3)</source>
        <translation>가중치 %2개 중 %1개 (%3)</translation>
    </message>
    <message>
        <source>New parts</source>
        <translation>새 부분</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Always the same</source>
        <translation>늘 같은 답</translation>
    </message>
    <message>
        <source>right for %1 of the validation rows</source>
        <translation>검증 행의 %1 정답</translation>
    </message>
    <message>
        <source>Computes</source>
        <translation>계산</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n thread(s)</source>
        <translation>
            <numerusform>%1, %2, 스레드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 필요, %2 남음</translation>
    </message>
    <message>
        <source>Kept features</source>
        <translation>보관한 특징</translation>
    </message>
    <message>
        <source>%1 in memory, computed once</source>
        <translation>메모리 %1, 한 번만 계산</translation>
    </message>
</context>
<context>
    <name>luthier::ParameterForm</name>
    <message>
        <source>Default %1: %2</source>
        <translation>기본값 %1: %2</translation>
    </message>
    <message>
        <source>“%1” is not a number. Write it like %2 or 5e-5.</source>
        <translation>‘%1’: 숫자가 아닙니다. %2 또는 5e-5처럼 적으십시오.</translation>
    </message>
    <message>
        <source>Type a number, or take the default back.</source>
        <translation>숫자를 적거나 기본값으로 되돌리십시오.</translation>
    </message>
    <message>
        <source>Default of %1</source>
        <translation>기본값으로: %1</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>기본값으로 되돌리기</translation>
    </message>
</context>
<context>
    <name>luthier::PartFiles</name>
    <message>
        <source>Files of their own for checking</source>
        <translation>검증과 테스트용 별도 파일</translation>
    </message>
    <message>
        <source>Optional: without them, rows of the file above are set aside</source>
        <translation>선택 사항: 없으면 위 파일의 행 일부를 떼어 둡니다</translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation>검증 파일</translation>
    </message>
    <message>
        <source>Test file</source>
        <translation>테스트 파일</translation>
    </message>
    <message>
        <source>Checked on while the model learns</source>
        <translation>모델이 학습하는 동안 검증에 씁니다</translation>
    </message>
    <message>
        <source>Scored once, on the best step</source>
        <translation>가장 좋은 스텝에서 한 번만 채점합니다</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>파일 선택…</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>파일 선택: %1</translation>
    </message>
    <message>
        <source>Opens a file of this computer.</source>
        <translation>이 컴퓨터의 파일을 엽니다.</translation>
    </message>
</context>
<context>
    <name>luthier::PartsCard</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>그 밖에 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s): %1</source>
        <translation>
            <numerusform>레이블 %n개: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts and labels</source>
        <translation>나누기와 레이블</translation>
    </message>
    <message>
        <source>To learn from</source>
        <translation>학습용</translation>
    </message>
    <message>
        <source>To check on</source>
        <translation>검증용</translation>
    </message>
    <message>
        <source>For the last test</source>
        <translation>마지막 테스트용</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without a label are left out.</source>
        <translation>
            <numerusform>레이블이 없는 행 %n개는 뺍니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) belong to no part.</source>
        <translation>
            <numerusform>행 %n개는 어느 부분에도 들지 않습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of the file could not be read and are kept aside.</source>
        <translation>
            <numerusform>파일에서 읽을 수 없는 곳 %n군데는 따로 두었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Always saying “%1” would be right for %2.</source>
        <translation>항상 ‘%1’ 답할 때의 정확도: %2.</translation>
    </message>
</context>
<context>
    <name>luthier::PlanCard</name>
    <message>
        <source>Your plan</source>
        <translation>학습 계획</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>아직 고르지 않음</translation>
    </message>
</context>
<context>
    <name>luthier::PlanDocument</name>
    <message>
        <source>Start a new plan</source>
        <translation>새 계획 시작</translation>
    </message>
</context>
<context>
    <name>luthier::PlanFacts</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
</context>
<context>
    <name>luthier::PlotView</name>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Show the newest points again (0)</source>
        <translation>최신 지점을 다시 표시합니다 (0)</translation>
    </message>
    <message>
        <source>Follow the newest points</source>
        <translation>최신 지점 따라가기</translation>
    </message>
</context>
<context>
    <name>luthier::ProblemsCard</name>
    <message>
        <source>Problems found</source>
        <translation>찾은 문제</translation>
    </message>
    <message>
        <source>No problems found</source>
        <translation>찾은 문제가 없습니다</translation>
    </message>
    <message>
        <source>Looked for lines that cannot be read, missing labels, empty texts, copies, texts with different labels, labels spelled alike, labels with too few rows, and texts in two parts.</source>
        <translation>읽을 수 없는 줄, 빠진 레이블, 빈 텍스트, 똑같은 텍스트, 레이블이 서로 다른 텍스트, 표기만 다른 레이블, 행이 너무 적은 레이블, 두 분할에 든 텍스트를 찾아보았습니다.</translation>
    </message>
    <message>
        <source>None open</source>
        <translation>없음</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln건</numerusform>
        </translation>
    </message>
    <message>
        <source>Show lines</source>
        <translation>줄 보기</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>행 보기</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>button: problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show files</source>
        <translation>파일 보기</translation>
    </message>
</context>
<context>
    <name>luthier::QuestionCard</name>
    <message>
        <source>Your text</source>
        <translation>내 텍스트</translation>
    </message>
    <message>
        <source>First text</source>
        <translation>첫 번째 텍스트</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>둘째 텍스트</translation>
    </message>
    <message>
        <source>Text to ask</source>
        <translation>물어볼 텍스트</translation>
    </message>
    <message>
        <source>Any text; Ctrl+Enter asks both sides</source>
        <translation>아무 텍스트나 가능, Ctrl+Enter: 양쪽에 묻기</translation>
    </message>
    <message>
        <source>Write or paste a text, then press Ctrl+Enter.</source>
        <translation>텍스트를 쓰거나 붙여 넣은 뒤 Ctrl+Enter를 누릅니다.</translation>
    </message>
    <message>
        <source>Second text to ask</source>
        <translation>물어볼 두 번째 텍스트</translation>
    </message>
    <message>
        <source>This run was trained on pairs of texts; Ctrl+Enter asks both sides</source>
        <translation>이 실행은 텍스트 쌍으로 학습되었습니다. Ctrl+Enter: 양쪽에 묻기</translation>
    </message>
    <message>
        <source>Take a text from the test part</source>
        <translation>테스트 데이터에서 가져오기</translation>
    </message>
    <message>
        <source>The next text that the run has neither learned from nor been chosen by</source>
        <translation>학습에도 선택에도 쓰지 않은 다음 텍스트</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Empty the text field</source>
        <translation>텍스트 칸 비우기</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ask both</source>
        <translation>양쪽에 묻기</translation>
    </message>
    <message>
        <source>Ask both sides (Ctrl+Enter)</source>
        <translation>양쪽에 묻기 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Write a text first.</source>
        <translation>먼저 텍스트를 쓰십시오.</translation>
    </message>
    <message>
        <source>Neither side can answer; the cards below say why.</source>
        <translation>양쪽 모두 답할 수 없습니다. 아래 카드에 이유가 있습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens are read; what is struck through is cut off</source>
        <translation>토큰 %2개 중 %1개만 읽습니다. 취소선이 있는 부분은 잘립니다</translation>
    </message>
    <message>
        <source>%1 of %2 tokens, nothing is cut</source>
        <translation>토큰 %2개 중 %1개, 잘린 부분 없음</translation>
    </message>
    <message>
        <source>Its true label: %1</source>
        <translation>실제 레이블: %1</translation>
    </message>
    <message>
        <source>Its true label: none</source>
        <translation>실제 레이블: 없음</translation>
    </message>
    <message>
        <source>Its true labels: %1</source>
        <translation>실제 레이블: %1</translation>
    </message>
</context>
<context>
    <name>luthier::ReadingCard</name>
    <message>
        <source>How to read this</source>
        <translation>읽는 법</translation>
    </message>
    <message>
        <source>The percentages are how sure the model is, not how often it is right.</source>
        <translation>백분율은 모델의 확신 정도이며, 맞는 비율이 아닙니다.</translation>
    </message>
    <message>
        <source>On validation, where %1 was about %2 sure, it was right for %3 of %4 texts.</source>
        <translation>검증에서 %1의 확신이 %2 정도였던 텍스트 %4개 중 %3개가 맞았습니다.</translation>
    </message>
    <message>
        <source>Before means: the model as it came. It has no last layer for these labels, and a model without one cannot answer at all.</source>
        <translation>‘학습 전’은 처음 그대로의 모델입니다. 이 레이블을 위한 마지막 층이 없는 모델은 답을 낼 수 없습니다.</translation>
    </message>
    <message>
        <source>Before means: the model as it came, with the last layer that it brought along.</source>
        <translation>‘학습 전’은 처음부터 있던 마지막 층까지 포함한, 처음 그대로의 모델입니다.</translation>
    </message>
    <message>
        <source>Before means: the model as it came, with only a last layer trained on your labels, because a model without one cannot answer at all.</source>
        <translation>‘학습 전’은 처음 그대로의 모델에 마지막 층만 학습한 것입니다. 마지막 층이 없는 모델은 답을 낼 수 없기 때문입니다.</translation>
    </message>
    <message>
        <source>Before means: the run that you have chosen to set this one beside.</source>
        <translation>‘학습 전’은 이 실행과 나란히 보려고 고른 실행입니다.</translation>
    </message>
    <message>
        <source>Each label has a percentage of its own and is given when that is above 50%; they need not add up to 100%.</source>
        <translation>레이블마다 백분율이 따로 있고 50%를 넘는 레이블이 답이 됩니다. 모두 더해 100%가 되지 않아도 됩니다.</translation>
    </message>
    <message>
        <source>After, each label has a percentage of its own and is given when that is above 50%. Before, each text gets one label, and the percentages add up to 100%.</source>
        <translation>학습 후에는 레이블마다 백분율이 따로 있고 50%를 넘는 레이블이 답이 됩니다. 학습 전에는 텍스트마다 레이블이 하나이고 백분율의 합이 100%입니다.</translation>
    </message>
    <message>
        <source>Before, each label has a percentage of its own and is given when that is above 50%. After, each text gets one label, and the percentages add up to 100%.</source>
        <translation>학습 전에는 레이블마다 백분율이 따로 있고 50%를 넘는 레이블이 답이 됩니다. 학습 후에는 텍스트마다 레이블이 하나이고 백분율의 합이 100%입니다.</translation>
    </message>
    <message>
        <source>On validation, of %4 labels that %1 was about %2 sure of, %3 were right.</source>
        <translation>검증에서 %1의 확신이 %2 정도였던 레이블 %4개 중 %3개가 맞았습니다.</translation>
    </message>
</context>
<context>
    <name>luthier::RecentRuns</name>
    <message numerus="yes">
        <source>All %n run(s)</source>
        <translation>
            <numerusform>실행 %n개 모두 보기</numerusform>
        </translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>최근 실행</translation>
    </message>
    <message>
        <source>The list of all runs of this workspace</source>
        <translation>이 작업 공간의 모든 실행 목록</translation>
    </message>
</context>
<context>
    <name>luthier::ResourceRow</name>
    <message>
        <source>Memory, peak</source>
        <translation>메모리 최대</translation>
    </message>
    <message>
        <source>window included</source>
        <translation>창 포함</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>%1 texts/s</source>
        <translation>초당 텍스트 %1개</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>초당 토큰 %1개</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>한 스텝</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1밀리초</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>디스크</translation>
    </message>
</context>
<context>
    <name>luthier::ReviewChoices</name>
    <message>
        <source>Name of the run</source>
        <translation>실행 이름</translation>
    </message>
    <message>
        <source>The run&apos;s folder is called so, with date and time behind it.</source>
        <translation>실행 폴더의 이름이 되며 뒤에 날짜와 시각이 붙습니다.</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>아직 고르지 않음</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>Edit: %1</source>
        <translation>편집: %1</translation>
    </message>
    <message>
        <source>Goes to the step %1.</source>
        <translation>%1 단계로 갑니다.</translation>
    </message>
</context>
<context>
    <name>luthier::ReviewStep</name>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>실행 이름</translation>
    </message>
    <message>
        <source>The run is being prepared.</source>
        <translation>실행을 준비하고 있습니다.</translation>
    </message>
    <message>
        <source>A run is training already. Start this one when it is over.</source>
        <translation>이미 학습 중인 실행이 있습니다. 끝난 뒤에 시작하십시오.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>확인하는 중…</translation>
    </message>
    <message>
        <source>This plan cannot start as it is.</source>
        <translation>이 계획은 이대로 시작할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>luthier::RoleHeader</name>
    <message>
        <source>Role of column %1: %2</source>
        <translation>%1 열의 역할: %2</translation>
    </message>
    <message>
        <source>What the column is to the training</source>
        <translation>학습에서 이 열이 하는 역할</translation>
    </message>
    <message>
        <source>Sort, largest first</source>
        <translation>큰 것부터 정렬</translation>
    </message>
    <message>
        <source>Sort, smallest first</source>
        <translation>작은 것부터 정렬</translation>
    </message>
</context>
<context>
    <name>luthier::RoleRows</name>
    <message>
        <source>Column of: %1</source>
        <translation>열: %1</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>열 고르기</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>luthier::RowsCard</name>
    <message>
        <source>Rows of the file</source>
        <translation>파일의 행</translation>
    </message>
    <message>
        <source>Search in all columns</source>
        <translation>모든 열에서 찾기</translation>
    </message>
    <message>
        <source>Shows the rows that hold this text (Ctrl+F)</source>
        <translation>이 글이 들어 있는 행을 보여 줍니다 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Lines that could not be read</source>
        <translation>읽을 수 없는 줄</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>Why it is kept aside</source>
        <translation>따로 둔 까닭</translation>
    </message>
    <message>
        <source>Shows all rows again</source>
        <translation>모든 행을 다시 보여 줍니다</translation>
    </message>
    <message>
        <source>Show all rows again; shown now: %1</source>
        <translation>모든 행 다시 보기, 지금 보이는 것: %1</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>모든 레이블</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>모든 분할</translation>
    </message>
    <message>
        <source>all</source>
        <comment>labels or parts</comment>
        <translation>전체</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>레이블: %1</translation>
    </message>
    <message>
        <source>Shows the rows of one label</source>
        <translation>한 레이블의 행만 보여 줍니다</translation>
    </message>
    <message>
        <source>Split: %1</source>
        <translation>분할: %1</translation>
    </message>
    <message>
        <source>Shows the rows of one part of the split</source>
        <translation>한 분할의 행만 보여 줍니다</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln행</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows %1 to %2 of %3</source>
        <translation>%3행 가운데 %1~%2</translation>
    </message>
    <message>
        <source>Bold: longer than the cut-off</source>
        <translation>굵은 글씨: 최대 길이보다 김</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
</context>
<context>
    <name>luthier::RowsModel</name>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
</context>
<context>
    <name>luthier::RunBanner</name>
    <message>
        <source>Continue with the changes</source>
        <translation>바뀐 대로 계속</translation>
    </message>
    <message>
        <source>Continue from step %1</source>
        <translation>%1 스텝부터 계속</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>처음부터 다시 시작</translation>
    </message>
    <message>
        <source>Go back to best step</source>
        <translation>최적 스텝으로 되돌리기</translation>
    </message>
    <message>
        <source>The run failed; its log says why.</source>
        <translation>실행에 실패했습니다. 이유는 로그에 있습니다.</translation>
    </message>
    <message>
        <source>Another program trains this run.</source>
        <translation>다른 프로그램이 이 실행을 학습하고 있습니다.</translation>
    </message>
    <message>
        <source>It is shown here as it grows; pause or stop it where it was started.</source>
        <translation>진행되는 대로 여기에 표시됩니다. 일시 정지와 중지는 시작한 곳에서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Interrupted at step %1.</source>
        <translation>%1 스텝에서 중단되었습니다.</translation>
    </message>
    <message>
        <source>Stopped at step %1.</source>
        <translation>%1 스텝에서 중지되었습니다.</translation>
    </message>
    <message>
        <source>Everything up to step %1 is saved. What comes after it is computed again, with the same result.</source>
        <translation>%1 스텝까지 저장되어 있습니다. 그 뒤는 다시 계산하며 결과는 같습니다.</translation>
    </message>
    <message>
        <source>Nothing was saved yet; it starts again from the beginning.</source>
        <translation>아직 저장된 것이 없어 처음부터 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Done. Best step %1.</source>
        <translation>완료되었습니다. 최적 스텝: %1.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>완료되었습니다.</translation>
    </message>
    <message>
        <source>Early stopping ended it at step %1.</source>
        <translation>%1 스텝에서 조기 종료되었습니다.</translation>
    </message>
    <message>
        <source>On the test part, scored once on the best step: accuracy %1.</source>
        <translation>테스트 데이터에서 최적 스텝으로 한 번 채점한 정확도: %1.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>써 보기</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Test results</source>
        <translation>테스트 결과</translation>
    </message>
    <message>
        <source>Early stopping ends the run at step %1 unless this changes.</source>
        <translation>나아지지 않으면 %1 스텝에서 조기 종료합니다.</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>계속 학습</translation>
    </message>
    <message>
        <source>What can I do?</source>
        <translation>해결 방법</translation>
    </message>
    <message>
        <source>The result holds the weights of step %1.</source>
        <translation>결과에는 %1 스텝의 가중치가 들어 있습니다.</translation>
    </message>
</context>
<context>
    <name>luthier::RunCharts</name>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>warm-up ends at %1</source>
        <translation>%1 스텝에서 워밍업 끝</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>지금까지</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>예정</translation>
    </message>
    <message>
        <source>Best step %1: %2 %3. Last, step %4: %5.</source>
        <translation>최적 %1 스텝: %2 %3. 마지막 %4 스텝: %5.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Validation accuracy and F1</source>
        <translation>검증 정확도와 F1</translation>
    </message>
    <message>
        <source>The rate of each step, and the plan for the rest.</source>
        <translation>각 스텝의 학습률과 남은 계획입니다.</translation>
    </message>
    <message>
        <source>No validation yet: first at step %1</source>
        <translation>아직 검증이 없습니다. 첫 검증: %1 스텝</translation>
    </message>
    <message>
        <source>Gap after best</source>
        <translation>최적 이후 차이</translation>
    </message>
    <message>
        <source>Best step %1</source>
        <translation>최적 스텝 %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>에폭 %1</translation>
    </message>
    <message>
        <source>Overfitting since %1</source>
        <translation>%1부터 과적합</translation>
    </message>
    <message>
        <source>Early stop</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>조기 종료됨</translation>
    </message>
</context>
<context>
    <name>luthier::RunColumns</name>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>들어가는 만큼</translation>
    </message>
</context>
<context>
    <name>luthier::RunComparison</name>
    <message>
        <source>Settings that differ</source>
        <translation>서로 다른 설정</translation>
    </message>
    <message>
        <source>These runs have seen different data.</source>
        <translation>서로 다른 데이터로 학습한 실행입니다.</translation>
    </message>
    <message>
        <source>Their losses are not measured on the same texts, so the lower one need not be the better one.</source>
        <translation>같은 텍스트로 측정한 손실이 아니므로, 손실이 낮다고 더 좋은 실행이라 할 수 없습니다.</translation>
    </message>
    <message>
        <source>These runs were split differently.</source>
        <translation>데이터를 서로 다르게 나눈 실행입니다.</translation>
    </message>
    <message>
        <source>The data is the same, but each run was validated on other texts: small differences say nothing.</source>
        <translation>데이터는 같지만 실행마다 다른 텍스트로 검증했습니다. 작은 차이는 의미가 없습니다.</translation>
    </message>
    <message>
        <source>Same data, same split: fair to compare.</source>
        <translation>데이터와 분할이 같아 공정하게 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1, training</source>
        <translation>%1, 학습</translation>
    </message>
    <message>
        <source>%1: best %2.</source>
        <translation>%1: 최적 %2.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>with markers: validation; thin: training</source>
        <translation>표식 있는 선: 검증, 가는 선: 학습</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s); all others are the same</source>
        <translation>
            <numerusform>설정 %n개, 나머지는 모두 같습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>사용 안 함</translation>
    </message>
</context>
<context>
    <name>luthier::RunDetails</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open this run (Enter)</source>
        <translation>이 실행 열기 (Enter)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>이어서 학습</translation>
    </message>
    <message>
        <source>Go on from the newest checkpoint</source>
        <translation>가장 최근 체크포인트부터 이어서 학습합니다</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Give this run another name (F2)</source>
        <translation>이 실행의 이름 바꾸기 (F2)</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>폴더 보기</translation>
    </message>
    <message>
        <source>Open the run&apos;s folder in the file manager</source>
        <translation>파일 관리자에서 실행 폴더를 엽니다</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Move this run to the workspace&apos;s trash (Delete)</source>
        <translation>이 실행을 작업 공간의 휴지통으로 옮깁니다 (Delete)</translation>
    </message>
    <message>
        <source>Details of the chosen run</source>
        <translation>선택한 실행의 상세 정보</translation>
    </message>
    <message>
        <source>No verdict yet.</source>
        <translation>아직 판정이 없습니다.</translation>
    </message>
    <message>
        <source>The folder of this run is gone. Delete takes it out of the list.</source>
        <translation>이 실행의 폴더가 없습니다. 삭제하면 목록에서 빠집니다.</translation>
    </message>
    <message>
        <source>This run is training. Stop it first.</source>
        <translation>학습 중인 실행입니다. 먼저 중지하십시오.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Best value</source>
        <translation>최적 값</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Learns</source>
        <translation>학습 대상</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>가중치 %1개</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>써 보기</translation>
    </message>
    <message>
        <source>Ask this run a text, beside the model that it came from</source>
        <translation>이 실행에 텍스트를 물어보고 처음 모델과 나란히 보기</translation>
    </message>
</context>
<context>
    <name>luthier::RunHeader</name>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>More views of this run</source>
        <translation>이 실행의 다른 보기</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>이어서 학습</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>스페이스</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>중지…</translation>
    </message>
    <message>
        <source>Shift+F5</source>
        <translation>Shift+F5</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%2 스텝 중 %1 스텝</translation>
    </message>
</context>
<context>
    <name>luthier::RunOverview</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>예시</translation>
    </message>
    <message>
        <source>Charts of this run</source>
        <translation>이 실행의 차트</translation>
    </message>
    <message>
        <source>What the run costs</source>
        <translation>실행에 드는 것</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>자원</translation>
    </message>
    <message>
        <source>First batch</source>
        <translation>첫 배치</translation>
    </message>
</context>
<context>
    <name>luthier::RunPage</name>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Test results</source>
        <translation>테스트 결과</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Back to the curves</source>
        <translation>곡선으로 돌아가기</translation>
    </message>
    <message>
        <source>The run could not start</source>
        <translation>실행을 시작하지 못했습니다</translation>
    </message>
    <message>
        <source>This run is not here</source>
        <translation>이 실행을 찾을 수 없습니다</translation>
    </message>
    <message>
        <source>Nothing was written. Change the plan and start it again.</source>
        <translation>저장된 것은 없습니다. 계획을 바꾸어 다시 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>It may have been deleted, or its folder was moved. Deleted runs lie in the trash folder of the workspace.</source>
        <translation>삭제되었거나 폴더가 옮겨졌을 수 있습니다. 삭제한 실행은 작업 공간의 휴지통 폴더에 있습니다.</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>모든 실행</translation>
    </message>
    <message>
        <source>Another run is training; only one trains at a time.</source>
        <translation>다른 실행이 학습 중입니다. 한 번에 하나만 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>써 보기</translation>
    </message>
</context>
<context>
    <name>luthier::RunningCard</name>
    <message>
        <source>Continue</source>
        <translation>이어서 학습</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>No validation yet: first at step %1.</source>
        <translation>아직 검증이 없습니다. 첫 검증은 %1 스텝입니다.</translation>
    </message>
    <message>
        <source>Model and data are being read.</source>
        <translation>모델과 데이터를 읽고 있습니다.</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>%2 중 %1 스텝</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>지금 실행 중</translation>
    </message>
    <message>
        <source>The step that runs is finished first; nothing is lost</source>
        <translation>진행 중인 스텝을 마치고 멈춥니다. 잃는 것은 없습니다</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>실행 열기</translation>
    </message>
    <message>
        <source>Curves, verdict and settings of this run</source>
        <translation>이 실행의 곡선, 판정, 설정</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>실행의 진행</translation>
    </message>
    <message>
        <source>Go back to best step</source>
        <translation>최적 스텝으로 되돌리기</translation>
    </message>
    <message>
        <source>Stops the run and makes its best step the result; asks first</source>
        <translation>실행을 멈추고 최적 스텝을 결과로 삼습니다. 먼저 물어봅니다</translation>
    </message>
</context>
<context>
    <name>luthier::RunsPage</name>
    <message>
        <source>Compare runs</source>
        <translation>실행 비교</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>모든 실행</translation>
    </message>
    <message>
        <source>Back to all runs</source>
        <translation>모든 실행으로 돌아가기</translation>
    </message>
    <message>
        <source>Back to the list of all runs</source>
        <translation>모든 실행 목록으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>실행 검색</translation>
    </message>
    <message>
        <source>Keeps the runs in whose name, method, model, data, status or verdict these letters stand</source>
        <translation>이름, 방법, 모델, 데이터, 상태, 판정에 이 글자가 있는 실행만 남깁니다</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>아직 실행이 없습니다</translation>
    </message>
    <message>
        <source>A run is one training with its curves, settings and best weights. Everything about it is kept in this workspace.</source>
        <translation>실행은 곡선, 설정, 최적 가중치를 포함한 한 번의 학습입니다. 모든 내용이 이 작업 공간에 보관됩니다.</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>새 학습</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), all kept in this workspace</source>
        <translation>
            <numerusform>실행 %n개, 모두 이 작업 공간에 보관됩니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message numerus="yes">
        <source>Compare %n selected</source>
        <translation>
            <numerusform>선택한 %n개 비교</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the ticked runs on one chart</source>
        <translation>선택한 실행을 한 차트에 표시합니다</translation>
    </message>
    <message>
        <source>Tick two to six runs to compare them.</source>
        <translation>비교할 실행을 2개에서 6개까지 선택하십시오.</translation>
    </message>
    <message>
        <source>Rename run</source>
        <translation>실행 이름 바꾸기</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>새 이름</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>%1 is training. Stop it first, then delete it.</source>
        <translation>%1: 학습 중입니다. 먼저 중지한 다음 삭제하십시오.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 실행을 삭제하시겠습니까?</translation>
    </message>
    <message>
        <source>Its folder moves to the trash folder of this workspace; nothing is erased.</source>
        <translation>폴더를 이 작업 공간의 휴지통 폴더로 옮깁니다. 지워지는 것은 없습니다.</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>휴지통으로 옮기기</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Chooses the columns of the list</source>
        <translation>목록의 열을 고릅니다</translation>
    </message>
    <message>
        <source>Tick the runs to compare %1 with.</source>
        <translation>비교 대상: %1. 함께 비교할 실행을 선택하십시오.</translation>
    </message>
    <message>
        <source>Then press Compare: two to six runs stand on one chart.</source>
        <translation>그런 다음 ‘비교’를 누르면 실행 2개에서 6개까지 한 차트에 표시합니다.</translation>
    </message>
</context>
<context>
    <name>luthier::SamplesCard</name>
    <message>
        <source>Sample predictions</source>
        <translation>예측 예시</translation>
    </message>
    <message>
        <source>Validation texts and what was answered</source>
        <translation>검증 텍스트와 답</translation>
    </message>
    <message>
        <source>Validation texts: %1, turned wrong since the best step: %2</source>
        <translation>검증 텍스트: %1, 최적 스텝 이후 틀리게 바뀐 것: %2</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>True</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Best, %1</source>
        <translation>최적, %1</translation>
    </message>
    <message>
        <source>Now, %1</source>
        <translation>현재, %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>Turned right</source>
        <translation>맞게 바뀜</translation>
    </message>
    <message>
        <source>Turned wrong</source>
        <translation>틀리게 바뀜</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>틀림</translation>
    </message>
</context>
<context>
    <name>luthier::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Everything here takes effect at once.</source>
        <translation>여기서 바꾼 것은 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>언어와 모양</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템과 같게</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Language of the window; runs go on undisturbed</source>
        <translation>창의 언어. 실행은 그대로 이어집니다</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light or dark, or as the desktop has it</source>
        <translation>밝게, 어둡게, 또는 바탕 화면과 같게</translation>
    </message>
    <message>
        <source>&amp;More contrast</source>
        <translation>대비 높이기(&amp;M)</translation>
    </message>
    <message>
        <source>The desktop&apos;s own colours, thicker borders</source>
        <translation>바탕 화면의 색과 굵은 테두리</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>대비 높이기</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>작업 공간</translation>
    </message>
    <message>
        <source>Models, data sets and runs are kept in this folder. Another one is named at the start: luthier --workspace FOLDER.</source>
        <translation>모델, 데이터, 실행을 이 폴더에 보관합니다. 다른 폴더를 쓰려면 시작할 때 지정합니다: luthier --workspace 폴더</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>폴더 열기(&amp;O)</translation>
    </message>
    <message>
        <source>Show the workspace in the desktop&apos;s file manager</source>
        <translation>작업 공간을 파일 관리자에서 보기</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
</context>
<context>
    <name>luthier::SettingsStep</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) cannot be used as typed.</source>
        <translation>
            <numerusform>입력한 설정 %n개를 쓸 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings that matter most</source>
        <translation>가장 중요한 설정</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>모든 설정</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>설정 찾기</translation>
    </message>
    <message>
        <source>Finds settings by their name, their usual name or what they do.</source>
        <translation>이름, 흔히 쓰는 이름, 하는 일로 설정을 찾습니다.</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>기본값으로 되돌리기</translation>
    </message>
    <message>
        <source>Takes all changes back; Undo brings them again.</source>
        <translation>변경을 모두 되돌립니다. 실행 취소로 다시 살릴 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n개 변경</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>luthier::SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>as the run uses them</source>
        <translation>실행이 실제로 쓰는 값</translation>
    </message>
    <message>
        <source>Settings of this run</source>
        <translation>이 실행의 설정</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
</context>
<context>
    <name>luthier::SplitCard</name>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Share for validation in percent</source>
        <translation>검증 비율(퍼센트)</translation>
    </message>
    <message>
        <source>Share for the test in percent</source>
        <translation>테스트 비율(퍼센트)</translation>
    </message>
    <message>
        <source>Rows to choose the best step by (dataset.split.validation)</source>
        <translation>최적 스텝을 고르는 데 쓰는 행 (dataset.split.validation)</translation>
    </message>
    <message>
        <source>Rows for the last score only (dataset.split.test)</source>
        <translation>마지막 점수에만 쓰는 행 (dataset.split.test)</translation>
    </message>
    <message>
        <source>Same label shares in every part</source>
        <translation>모든 분할의 레이블 비율을 같게</translation>
    </message>
    <message>
        <source>dataset.split.stratify</source>
        <translation>dataset.split.stratify</translation>
    </message>
    <message>
        <source>Training %1, validation %2, test %3 rows</source>
        <translation>학습 %1행, 검증 %2행, 테스트 %3행</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>31.1% spam</comment>
        <translation>%2 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) are in two parts.</source>
        <translation>
            <numerusform>%Ln개 텍스트가 두 분할에 들어 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Texts in two parts: none.</source>
        <translation>두 분할에 든 텍스트: 없음.</translation>
    </message>
    <message>
        <source>The parts come from the column %1.</source>
        <translation>분할은 %1 열을 따릅니다.</translation>
    </message>
    <message>
        <source>The plan names a file of its own for another part.</source>
        <translation>계획에 다른 분할의 파일이 따로 있습니다.</translation>
    </message>
    <message>
        <source>Seed %1. Copies of a text are kept together.</source>
        <translation>시드 %1. 같은 텍스트는 한 분할에 함께 둡니다.</translation>
    </message>
</context>
<context>
    <name>luthier::StartCard</name>
    <message>
        <source>Train a model</source>
        <translation>모델 학습</translation>
    </message>
    <message>
        <source>Pick a task, a model and your data</source>
        <translation>작업, 모델, 데이터 고르기</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>데이터 열기</translation>
    </message>
    <message>
        <source>CSV, JSONL, Parquet; or drop it</source>
        <translation>CSV, JSONL, Parquet. 끌어다 놓아도 됨</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>실행 비교</translation>
    </message>
    <message>
        <source>Curves and settings on one chart</source>
        <translation>곡선과 설정을 한 차트에서</translation>
    </message>
    <message>
        <source>Try a model</source>
        <translation>모델 써 보기</translation>
    </message>
    <message>
        <source>Type a text and see base beside tuned</source>
        <translation>텍스트를 쓰고 학습 전과 후 나란히 보기</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
</context>
<context>
    <name>luthier::StatusBar</name>
    <message>
        <source>Preparing a run</source>
        <translation>실행 준비 중</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>%2 중 %1 스텝</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%2 스텝 중 %1 스텝</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>Saved at step %1</source>
        <translation>%1 스텝에서 저장됨</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what is being done (how far)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n more</source>
        <comment>work that runs</comment>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>실행의 진행</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel this work</source>
        <translation>이 작업 취소</translation>
    </message>
    <message>
        <source>Open the run that trains</source>
        <translation>학습 중인 실행 열기</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>데이터는 이 컴퓨터 밖으로 나가지 않습니다</translation>
    </message>
</context>
<context>
    <name>luthier::StepHeader</name>
    <message>
        <source>Step %1 of %2, %3, current</source>
        <translation>%2단계 중 %1단계, %3, 현재 단계</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3, done</source>
        <translation>%2단계 중 %1단계, %3, 완료</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3</source>
        <translation>%2단계 중 %1단계, %3</translation>
    </message>
</context>
<context>
    <name>luthier::TaskStep</name>
    <message>
        <source>Task</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Choose what the model shall do.</source>
        <translation>모델이 할 일을 고르십시오.</translation>
    </message>
    <message>
        <source>What shall the model do with each of your texts?</source>
        <translation>모델이 각 텍스트로 무엇을 하게 할까요?</translation>
    </message>
</context>
<context>
    <name>luthier::TokenStrip</name>
    <message>
        <source>Learned</source>
        <translation>학습함</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>읽기만 함</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>잘림</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>%1; cut off: %2</source>
        <translation>%1; 잘림: %2</translation>
    </message>
    <message>
        <source>Colours of the tokens</source>
        <translation>토큰 색의 뜻</translation>
    </message>
</context>
<context>
    <name>luthier::TokensCard</name>
    <message>
        <source>Length in tokens</source>
        <translation>토큰 길이</translation>
    </message>
    <message>
        <source>Cut-off %1</source>
        <comment>before a number</comment>
        <translation>최대 길이 %1</translation>
    </message>
    <message>
        <source>Cut-off in tokens</source>
        <translation>최대 길이(토큰)</translation>
    </message>
    <message>
        <source>Tokens of a text that the model reads (max_length)</source>
        <translation>모델이 읽는 텍스트의 토큰 수 (max_length)</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>모델 고르기</translation>
    </message>
    <message>
        <source>Opens the model step of Train</source>
        <translation>학습의 모델 단계를 엽니다</translation>
    </message>
    <message>
        <source>Counting tokens: %1 of %2</source>
        <translation>토큰 세는 중: %2 가운데 %1</translation>
    </message>
    <message>
        <source>The tokens could not be counted</source>
        <translation>토큰을 셀 수 없습니다</translation>
    </message>
    <message>
        <source>No model to count with</source>
        <translation>토큰을 셀 모델이 없습니다</translation>
    </message>
    <message>
        <source>Each model has tokens of its own. Choose one to see how long the texts are for it.</source>
        <translation>토큰은 모델마다 다릅니다. 모델을 고르면 텍스트가 얼마나 긴지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>%1, median %2</source>
        <translation>%1, 중앙값 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) lose their end (%1)</source>
        <translation>
            <numerusform>%Ln개 텍스트의 끝이 잘립니다 (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut-off %1</source>
        <translation>최대 길이 %1</translation>
    </message>
    <message>
        <source>No text loses its end</source>
        <translation>끝이 잘리는 텍스트가 없습니다</translation>
    </message>
</context>
<context>
    <name>luthier::TrainPage</name>
    <message>
        <source>The plan is not saved.</source>
        <translation>계획이 저장되지 않았습니다.</translation>
    </message>
    <message>
        <source>A new plan was begun.</source>
        <translation>새 계획을 시작했습니다.</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>새 학습</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>간단히</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Settings shown</source>
        <translation>보이는 설정</translation>
    </message>
    <message>
        <source>Simple shows the settings that matter most, Advanced all of them.</source>
        <translation>간단히는 가장 중요한 설정만, 자세히는 모든 설정을 보입니다.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝</translation>
    </message>
</context>
<context>
    <name>luthier::TryPage</name>
    <message>
        <source>Try</source>
        <translation>써 보기</translation>
    </message>
    <message>
        <source>Open a file of texts…</source>
        <translation>텍스트 파일 열기…</translation>
    </message>
    <message>
        <source>Ask both sides every text of a table: CSV, JSON, Parquet and others</source>
        <translation>표의 모든 텍스트를 양쪽에 묻기: CSV, JSON, Parquet 등</translation>
    </message>
    <message>
        <source>Back to one text</source>
        <translation>한 텍스트로 돌아가기</translation>
    </message>
    <message>
        <source>Leave the table of texts</source>
        <translation>텍스트 표에서 나가기</translation>
    </message>
    <message>
        <source>This run is not here</source>
        <translation>이 실행을 찾을 수 없습니다</translation>
    </message>
    <message>
        <source>Nothing to try yet</source>
        <translation>아직 써 볼 것이 없습니다</translation>
    </message>
    <message>
        <source>A finished run answers here, beside the model that it started from.</source>
        <translation>끝난 실행이 출발점이 된 모델과 나란히 여기에서 답합니다.</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>모든 실행</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>새 학습</translation>
    </message>
    <message>
        <source>Open the list of all runs</source>
        <translation>모든 실행 목록 열기</translation>
    </message>
    <message>
        <source>Open the steps of a new training</source>
        <translation>새 학습 단계 열기</translation>
    </message>
    <message>
        <source>The same text, before and after training</source>
        <translation>같은 텍스트, 학습 전과 학습 후</translation>
    </message>
    <message>
        <source>Open a file of texts</source>
        <translation>텍스트 파일 열기</translation>
    </message>
    <message>
        <source>It was deleted, or has no weights to ask yet. Only a run that is done, or was stopped after a validation, can be asked.</source>
        <translation>삭제되었거나 아직 물어볼 가중치가 없습니다. 끝난 실행이나 검증 뒤에 중지한 실행에만 물을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>luthier::UnknownPage</name>
    <message>
        <source>Unknown page</source>
        <translation>모르는 페이지</translation>
    </message>
    <message>
        <source>There is no page “%1”</source>
        <translation>‘%1’ 페이지가 없습니다</translation>
    </message>
    <message>
        <source>This version of Luthier does not have it. Choose another page at the left.</source>
        <translation>이 버전의 Luthier에는 없습니다. 왼쪽에서 다른 페이지를 고를 수 있습니다.</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>홈으로 가기</translation>
    </message>
</context>
<context>
    <name>luthier::WizardFooter</name>
    <message>
        <source>Start over</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Takes all choices back; Undo brings them again.</source>
        <translation>선택을 모두 되돌립니다. 실행 취소로 다시 살릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Goes to the step before.</source>
        <translation>앞 단계로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>다음: %1</translation>
    </message>
    <message>
        <source>Starts the run (F5).</source>
        <translation>실행을 시작합니다 (F5).</translation>
    </message>
    <message>
        <source>Goes to the step %1.</source>
        <translation>%1 단계로 갑니다.</translation>
    </message>
</context>
<context>
    <name>luthier::WorkOverview</name>
    <message>
        <source>%1 was interrupted at step %2.</source>
        <translation>실행이 중단되었습니다: %1, %2 스텝.</translation>
    </message>
    <message>
        <source>Continuing from its last checkpoint gives exactly the numbers that an undisturbed run would have given.</source>
        <translation>마지막 체크포인트에서 이어 가면 중단되지 않은 실행과 똑같은 값을 얻습니다.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>이어서 학습</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message numerus="yes">
        <source>Workspace “%1”, %n run(s)</source>
        <translation>
            <numerusform>작업 공간 ‘%1’, 실행 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Home</source>
        <translation>홈</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>새 학습</translation>
    </message>
    <message>
        <source>Choose task, model, data and method (Ctrl+N)</source>
        <translation>작업, 모델, 데이터, 방법 고르기 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Open data…</source>
        <translation>데이터 열기…</translation>
    </message>
    <message>
        <source>Choose a file with your examples (Ctrl+O)</source>
        <translation>예문이 든 파일 고르기 (Ctrl+O)</translation>
    </message>
</context>
</TS>
