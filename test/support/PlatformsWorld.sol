// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Leaf, LeafKind} from "../../contracts/platforms/IDemands.sol";
import {Platform} from "../../contracts/platforms/IPlatforms.sol";
import {Case, CaseState} from "../../contracts/platforms/IPledges.sol";
import {ISettlement, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {InnerTree, Node} from "../../contracts/settlement/SumTree.sol";
import {SettlementTest} from "./SettlementTest.sol";
import {Scope, Trees} from "./Trees.sol";
import {vm} from "./Vm.sol";

/// @notice An honest platform and one that cheats, with all that they signed and posted. The honest one settles what it signs,
/// keeps its data, has the money its statements need, and does what it must at the last moment or before.
abstract contract PlatformsWorld is SettlementTest {
    struct Signed {
        Receipt receipt;
        bytes signature;
        address signer;
    }

    struct Posted {
        uint32 platformId;
        uint32 epoch;
    }

    /// @dev Time passes in steps of at most that, and the honest platform looks after every one.
    uint256 internal constant STEP = 12 hours;
    uint256 private constant ORDERS_PER_EPOCH = 3;
    uint256 private constant MAX_LOTS = 6;

    uint32 internal honest;
    uint32 internal rogue;
    /// What happened, and how often.
    mapping(string what => uint256 times) public reached;
    /// The first thing that happened and must not.
    string public broken;
    Signed[] internal _signed;
    /// Indices of receipts for one order.
    uint256[2][] internal _twins;
    Posted[] internal _posted;
    /// Indices of receipts that were challenged, as long as their cases are open; leaves that were demanded, likewise.
    uint256[] internal _challenged;
    Leaf[] internal _demanded;
    /// What the statement of a platform's epoch holds.
    mapping(uint32 platform => mapping(uint32 epoch => Receipt[] receipts)) internal _kept;
    mapping(uint32 platform => mapping(uint32 epoch => uint256 count)) private _ordersIn;
    mapping(address signer => uint256 key) internal _keyOf;
    uint256 private _orders;
    uint256 private _keys;

    function prepare() public virtual {
        setUp();
        honest = platformId;
        rogue = admitPlatform(address(0xA2), "https://rogue.example");
        fund(address(0xA2));
        _keyOf[vm.addr(SIGNER_KEY)] = SIGNER_KEY;
        vm.prank(producer);
        commodities.topUpBond(commodityId, 10_000e6);
        offerLot(commodityId, "LOT-2", SALE, 8);
        toEpoch(1);
    }

    /* ORDERS */

    function _scope(uint32 platform, uint32 epoch) internal view returns (Scope memory) {
        return Scope(block.chainid, address(settlement), platform, epoch);
    }

    /// @dev A receipt of this epoch at the lot's rates, in the statement to come; false if there are enough.
    function _order(uint32 platform, uint256 seed) internal returns (bool, Receipt memory one) {
        uint32 epoch = settlement.currentEpoch();
        if (_ordersIn[platform][epoch] == ORDERS_PER_EPOCH) return (false, one);
        ++_ordersIn[platform][epoch];
        uint72 sales = uint72(1e4 + ((seed >> 8) % (uint256(1e6) << ((seed >> 40) % 24))));
        uint32 lot = uint32((seed >> 72) % commodities.lotCount());
        one = receipt(++_orders, epoch, lot, sales, uint32((seed >> 80) % 4), uint32((seed >> 88) % 3));
        if ((seed >> 96) % 8 == 0) one.nomineeId = uint32(seed >> 128);
        one.platformId = platform;
        return (true, one);
    }

    function _sign(Receipt memory one) internal returns (uint256 index) {
        address signer = platforms.signerOf(one.platformId, one.epoch);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_keyOf[signer], settlement.receiptDigest(one));
        _signed.push(Signed(one, abi.encodePacked(r, s, v), signer));
        return _signed.length - 1;
    }

    function _newKey() internal returns (address signer) {
        uint256 key = uint256(keccak256(abi.encode("key", ++_keys))) >> 1;
        signer = vm.addr(key);
        _keyOf[signer] = key;
    }

    function _offer(uint256 seed) internal {
        uint32 count = commodities.lotCount();
        if (count == MAX_LOTS) return;
        bytes20 code = bytes20(bytes.concat("LOT-", bytes1(uint8(65 + count))));
        offerLot(commodityId, code, commodities.currentEpoch(), uint8(1 + (seed % 4)));
    }

    /* WHAT PLATFORMS DO */

    function _operator(uint32 platform) internal view returns (address) {
        return platforms.platformOf(platform).operator;
    }

    function _post(uint32 platform, uint32 epoch) internal returns (bool success) {
        ISettlement.StatementCommit memory statement = Trees.statement(_kept[platform][epoch], _scope(platform, epoch));
        vm.prank(_operator(platform));
        try settlement.commitStatement(statement) {
            _posted.push(Posted(platform, epoch));
            success = true;
        } catch {}
    }

    /// @dev False if the statement does not hold it; `by` sends the answer.
    function _answer(address by, Receipt memory one) internal returns (bool success) {
        Receipt[] storage receipts = _kept[one.platformId][one.epoch];
        for (uint256 i; i < receipts.length; ++i) {
            if (receipts[i].orderId != one.orderId) continue;
            Scope memory scope = _scope(one.platformId, one.epoch);
            Receipt[] memory all = receipts;
            vm.prank(by);
            try platforms.answerReceipt(one, Trees.purchaseProof(all, scope, i), Trees.referralProof(all, scope, i)) {
                success = true;
            } catch {}
        }
    }

    function _exists(Leaf memory leaf) internal view returns (bool) {
        Receipt[] memory receipts = _kept[leaf.platformId][leaf.epoch];
        if (leaf.kind == LeafKind.Recommender) {
            return Trees.only(receipts, Trees.Key.Recommender, leaf.payeeId).length > 0;
        }
        receipts = Trees.only(receipts, Trees.Key.Lot, leaf.lotId);
        if (leaf.kind == LeafKind.Nominee) receipts = Trees.only(receipts, Trees.Key.Nominee, leaf.payeeId);
        return receipts.length > 0;
    }

    /// @dev One of the statement's own leaves, or any other.
    function _someLeaf(uint256 seed, uint32 platform, uint32 epoch) internal view returns (Leaf memory leaf) {
        leaf = Leaf(platform, epoch, LeafKind(seed % 3), 0, 0);
        Receipt[] storage receipts = _kept[platform][epoch];
        Receipt storage one = receipts[(seed >> 8) % receipts.length];
        bool own = (seed >> 16) % 3 != 0;
        if (leaf.kind != LeafKind.Recommender) leaf.lotId = own ? one.lotId : uint32((seed >> 24) % 8);
        if (leaf.kind == LeafKind.Nominee) leaf.payeeId = (seed >> 32) % 4 != 0 ? one.nomineeId : uint32(seed >> 40);
        if (leaf.kind == LeafKind.Recommender) leaf.payeeId = own ? one.recommenderId : uint32((seed >> 24) % 4);
    }

    function _isOpened(Leaf memory leaf) internal view returns (bool) {
        (uint32 platform, uint32 epoch) = (leaf.platformId, leaf.epoch);
        if (leaf.kind == LeafKind.Recommender) return settlement.isRecommenderOpened(platform, epoch, leaf.payeeId);
        if (leaf.kind == LeafKind.Lot) return settlement.isLotOpened(platform, epoch, leaf.lotId);
        return settlement.isNomineeOpened(platform, epoch, leaf.lotId, leaf.payeeId);
    }

    function _open(address by, Leaf memory leaf) internal returns (bool success) {
        Receipt[] memory receipts = _kept[leaf.platformId][leaf.epoch];
        Scope memory scope = _scope(leaf.platformId, leaf.epoch);
        bytes memory data;
        if (leaf.kind == LeafKind.Lot) data = lotCall(receipts, scope, leaf.lotId);
        else if (leaf.kind == LeafKind.Nominee) data = nomineeCall(receipts, scope, leaf.lotId, leaf.payeeId);
        else data = recommenderCall(receipts, scope, leaf.payeeId);
        vm.prank(by);
        (success, ) = address(settlement).call(data);
    }

    function _answerAbsent(address by, Leaf memory leaf) internal returns (bool success) {
        Receipt[] memory receipts = _kept[leaf.platformId][leaf.epoch];
        Scope memory scope = _scope(leaf.platformId, leaf.epoch);
        InnerTree memory lot;
        Node[] memory path;
        if (leaf.kind == LeafKind.Lot) {
            path = Trees.lotPath(receipts, scope, leaf.lotId);
        } else if (leaf.kind == LeafKind.Recommender) {
            path = Trees.recommenderPath(receipts, scope, leaf.payeeId);
        } else {
            lot = Trees.lotTree(receipts, scope, leaf.lotId);
            path = Trees.nomineePath(receipts, scope, leaf.lotId, leaf.payeeId);
        }
        vm.prank(by);
        try demands.answerAbsent(leaf, lot, path) {
            success = true;
        } catch {}
    }

    /* THE HONEST PLATFORM */

    /// @dev Everything that cannot wait for another step, and of the rest what `seed` wants.
    function _doDuty(uint256 seed) internal {
        _postDue(seed);
        for (uint256 i = _challenged.length; i > 0; --i) {
            Signed storage one = _signed[_challenged[i - 1]];
            Case memory open = platforms.receiptCaseOf(settlement.receiptDigest(one.receipt));
            if (open.state != CaseState.Open) _forgetChallenge(i - 1);
            else if (one.receipt.platformId == honest && (_isUrgent(open.deadline) || (seed >> i) % 8 == 0)) {
                _must(_answer((seed >> i) % 16 == 0 ? stranger : operator, one.receipt), "honest answer refused");
                _forgetChallenge(i - 1);
                ++reached["honest answer"];
            }
        }
        for (uint256 i = _demanded.length; i > 0; --i) {
            Leaf memory leaf = _demanded[i - 1];
            Case memory open = demands.demandOf(keccak256(abi.encode(leaf)));
            if (open.state != CaseState.Open) _forgetDemand(i - 1);
            else if (leaf.platformId == honest && (_isUrgent(open.deadline) || (seed >> i) % 8 == 1))
                _serve(leaf, seed >> i);
        }
    }

    function _postDue(uint256 seed) private {
        uint32 epoch = settlement.currentEpoch() - 1;
        if (_kept[honest][epoch].length == 0 || settlement.postedAtOf(honest, epoch) != 0) return;
        if (!_isUrgent(settlement.epochStart(epoch + 2)) && seed % 4 != 0) return;
        Platform memory platform = platforms.platformOf(honest);
        if (platform.suspended && platforms.suspendedSince(honest) < settlement.epochStart(epoch)) return;
        uint256 required = platforms.minBond();
        if (platforms.coverOf(honest, epoch) < required && platform.leaving > 0) {
            vm.prank(_operator(honest));
            platforms.requestWithdrawal(honest, 0);
            ++reached["honest withdrawal cancelled"];
        }
        uint256 cover = platforms.coverOf(honest, epoch);
        if (cover < required) {
            _deposit(_operator(honest), honest, required - cover);
            ++reached["honest bond topped up"];
        }
        _must(_post(honest, epoch), "honest statement refused");
        ++reached["honest statement"];
    }

    /// @dev Opens a demanded leaf or shows that there is none. The demand of an open leaf may stay: it can cost nothing more.
    function _serve(Leaf memory leaf, uint256 seed) private {
        if (!_exists(leaf)) {
            _must(_answerAbsent(operator, leaf), "honest proof of absence refused");
            ++reached["honest absence"];
            return;
        }
        if (!_isOpened(leaf)) {
            _must(_open(operator, leaf), "honest opening refused");
            ++reached["honest opening"];
        }
        if ((seed >> 8) % 2 == 0) return;
        bool late = block.timestamp > demands.demandOf(keccak256(abi.encode(leaf))).deadline;
        demands.closeDemand(leaf);
        ++reached[late ? "demand closed late" : "demand closed"];
    }

    function _isUrgent(uint48 deadline) private view returns (bool) {
        return block.timestamp + STEP >= deadline;
    }

    /* BOOKS */

    function _deposit(address from, uint32 platform, uint256 amount) internal virtual;

    function _must(bool condition, string memory otherwise) internal {
        if (!condition && bytes(broken).length == 0) broken = otherwise;
    }

    function _forgetChallenge(uint256 i) internal {
        _challenged[i] = _challenged[_challenged.length - 1];
        _challenged.pop();
    }

    function _forgetDemand(uint256 i) internal {
        _demanded[i] = _demanded[_demanded.length - 1];
        _demanded.pop();
    }
}
