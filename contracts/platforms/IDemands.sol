// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {InnerTree, Node} from "../settlement/SumTree.sol";
import {Case, IPledges} from "./IPledges.sol";

enum LeafKind {
    Lot,
    Nominee,
    Recommender
}

/// @notice A leaf of a statement's trees that pays somebody.
struct Leaf {
    uint32 platformId;
    uint32 epoch;
    LeafKind kind;
    /// 0 for a recommender.
    uint32 lotId;
    /// Nominee or recommender; 0 for a lot.
    uint32 payeeId;
}

/// @title IDemands
/// @notice What holds a platform to its statements. Whoever is owed needs no data: the platform opens his leaf, shows that there is
/// none, or pays.
interface IDemands is IPledges {
    event LeafDemanded(
        uint32 indexed platformId,
        uint32 indexed epoch,
        bytes32 indexed leafId,
        Leaf leaf,
        address challenger,
        uint256 pledge,
        uint48 deadline
    );
    /// @notice The demanded leaf was opened or, if `absent`, does not exist; `late`: after the deadline, so that the pledge goes
    /// back.
    event DemandAnswered(
        uint32 indexed platformId,
        uint32 indexed epoch,
        bytes32 indexed leafId,
        address by,
        bool absent,
        bool late
    );

    /// @notice Leaves of an epoch are demanded from when they can be opened until nine epochs after it began.
    error OutsideDemandWindow(uint32 platformId, uint32 epoch, uint48 from, uint48 until);
    /// @notice No such position in the statement's tree, or a field that this kind of leaf does not have.
    error NoSuchLeaf(Leaf leaf);
    /// @notice The leaf is open: what it pays was credited.
    error LeafAlreadyOpened(Leaf leaf);
    /// @notice The leaf was demanded, and is waited for or was shown not to exist.
    error LeafAlreadyDemanded(bytes32 leafId);
    error LeafNotDemanded(bytes32 leafId);
    /// @notice The leaf has not been opened; see {ISettlement}.
    error LeafNotOpened(Leaf leaf);
    /// @notice A nominee leaf is proven under its lot leaf: demand that first.
    error LotLeafNotOpened(uint32 platformId, uint32 epoch, uint32 lotId);
    /// @notice Nominations of the lot cannot be counted any more when the answer is due.
    error NominationsClosing(uint32 lotId, uint48 until);
    /// @notice The tree given for a lot is not what its opened leaf holds.
    error LotLeafMismatch(bytes32 expected, bytes32 computed);

    /* LEAVES */

    /// @notice Demands that a leaf be opened. Value: the pledge, see {IPledges-casePledge}.
    function demandLeaf(Leaf calldata leaf) external payable;

    /// @notice Ends the demand of a leaf that was opened.
    function closeDemand(Leaf calldata leaf) external;

    /// @notice Answers a demand for a leaf that does not exist.
    /// @param lot The opened lot's nominee tree; only read for a nominee.
    /// @param path From the leaf's place, which is empty, to the root of its tree.
    function answerAbsent(Leaf calldata leaf, InnerTree calldata lot, Node[] calldata path) external;

    /// @notice Slashes a platform that did not open a leaf in time. The leaf can then be demanded again.
    function slashDemand(Leaf calldata leaf) external;

    /* VIEWS */

    function demandOf(bytes32 leafId) external view returns (Case memory);

    function leafIdOf(Leaf calldata leaf) external pure returns (bytes32);
}
