// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ISettlement, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {Scope, Trees} from "./Trees.sol";
import {SettlementTest} from "./SettlementTest.sol";
import {bound, vm} from "./Vm.sol";

/// @notice Two platforms, two commodities, up to eight lots, any number of payees, and everything they can do to a
/// settlement in any order, told by a seed. Keeps its own books of what was posted, opened and paid.
contract SettlementHandler is SettlementTest {
    struct Posted {
        uint32 platformId;
        uint32 epoch;
        /// What the deposit holds for the leaves.
        uint256 held;
        /// What the opened leaves were worth by their sums.
        uint256 paid;
        uint256 swept;
        uint256 lotSales;
        uint256 lotFees;
        uint256 lotOrders;
        uint256 commissions;
        uint16 expertShare;
        uint16 experiencerShare;
    }

    uint256 private constant MAX_LOTS = 12;

    uint256 public moneyIn;
    uint256 public moneyOut;
    bool public openedTwice;
    /// Lot, nominee and recommender leaves opened, payments, and compensations: whole, in part, for lots that nobody offered.
    uint256[7] public successes;
    /// What bonds paid on top of the deposits.
    uint256 public toppedUp;
    /// What was credited for it, by this handler's own reckoning.
    uint256 public credited;
    mapping(bytes32 leaf => bool opened) private _opened;
    mapping(uint32 lotId => mapping(uint32 nomineeId => uint256 fees)) public nominated;
    mapping(uint256 index => Receipt[] receipts) private _receipts;
    Posted[] private _posted;
    uint256 private _orders;
    uint32 private _otherPlatform;
    uint32 private _otherCommodity;
    uint32 private _offeredIn;

    function prepare() external {
        setUp();
        _otherPlatform = admitPlatform(operator, "https://other.example");
        _otherCommodity = listCommodity(modelId);
        // A bond for as many lots at a time as there can be.
        vm.startPrank(producer);
        commodities.topUpBond(commodityId, 10_000e6);
        commodities.topUpBond(_otherCommodity, 10_000e6);
        vm.stopPrank();
        offerLot(_otherCommodity, "LOT-A", 0, 8);
        vm.prank(address(evaluations));
        asset.approve(address(settlement), type(uint256).max);
        vm.prank(address(platforms));
        asset.approve(address(settlement), type(uint256).max);
        toEpoch(2);
    }

    /* PLATFORM */

    function commitOrders(uint256 seed) external {
        Scope memory scope = scopeOf(settlement.currentEpoch() - 1);
        if (seed % 3 == 0) scope.platformId = _otherPlatform;
        Receipt[] memory receipts = _orderSome(seed, scope);
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scope);
        uint256 before = asset.balanceOf(address(settlement));
        vm.prank(operator);
        try settlement.commitStatement(statement) {
            uint256 pulled = asset.balanceOf(address(settlement)) - before;
            moneyIn += pulled;
            for (uint256 i; i < receipts.length; ++i) _receipts[_posted.length].push(receipts[i]);
            Posted storage posted = _posted.push();
            (posted.platformId, posted.epoch) = (scope.platformId, scope.epoch);
            posted.held = pulled - ceilBps(statement.totals.sales(), settlement.communeBps());
            (posted.expertShare, posted.experiencerShare) = (settlement.expertBps(), settlement.experiencerBps());
        } catch {}
    }

    function offerAnother(uint256 seed) external {
        uint32 count = commodities.lotCount();
        uint32 epoch = commodities.currentEpoch();
        if (count >= MAX_LOTS || epoch < _offeredIn + 4) return;
        _offeredIn = epoch;
        offerLot(
            seed % 2 == 0 ? commodityId : _otherCommodity,
            bytes20(bytes.concat("LOT-", bytes1(uint8(65 + count)))),
            epoch,
            uint8(1 + ((seed >> 8) % 4))
        );
    }

    /* OPENINGS */

    function openSomeLot(uint256 seed) public {
        (uint256 index, Receipt memory chosen, Scope memory scope) = _choose(seed);
        if (chosen.platformId == 0) return;
        uint32 lot = seed % 8 == 0 ? uint32(seed >> 128) % 9 : chosen.lotId;
        (bool success, ) = address(settlement).call(lotCall(_receipts[index], scope, lot));
        if (!success) return;
        _markOpened(abi.encode("lot", scope, lot));
        ++successes[0];
        Posted storage posted = _posted[index];
        Receipt[] memory receipts = Trees.only(_receipts[index], Trees.Key.Lot, lot);
        uint256 fees;
        for (uint256 i; i < receipts.length; ++i) {
            posted.lotSales += receipts[i].sales;
            fees += receipts[i].fee;
        }
        posted.lotFees += fees;
        posted.lotOrders += receipts.length;
        posted.paid += (fees * posted.expertShare) / 10_000 + (fees * posted.experiencerShare) / 10_000;
    }

    function openSomeNominee(uint256 seed) external {
        if (seed % 2 == 1) openSomeLot(seed);
        (uint256 index, Receipt memory chosen, Scope memory scope) = _choose(seed);
        if (chosen.platformId == 0) return;
        bytes memory data = nomineeCall(_receipts[index], scope, chosen.lotId, chosen.nomineeId);
        (bool success, ) = address(settlement).call(data);
        if (!success) return;
        _markOpened(abi.encode("nominee", scope, chosen.lotId, chosen.nomineeId));
        ++successes[1];
        Receipt[] memory ofLot = Trees.only(_receipts[index], Trees.Key.Lot, chosen.lotId);
        Receipt[] memory receipts = Trees.only(ofLot, Trees.Key.Nominee, chosen.nomineeId);
        for (uint256 i; i < receipts.length; ++i) nominated[chosen.lotId][chosen.nomineeId] += receipts[i].fee;
    }

    function openSomeRecommender(uint256 seed) external {
        (uint256 index, Receipt memory chosen, Scope memory scope) = _choose(seed);
        if (chosen.platformId == 0) return;
        (bool success, ) = address(settlement).call(recommenderCall(_receipts[index], scope, chosen.recommenderId));
        if (!success) return;
        _markOpened(abi.encode("recommender", scope, chosen.recommenderId));
        ++successes[2];
        Receipt[] memory receipts = Trees.only(_receipts[index], Trees.Key.Recommender, chosen.recommenderId);
        uint256 commissions;
        for (uint256 i; i < receipts.length; ++i) commissions += receipts[i].commission;
        _posted[index].commissions += commissions;
        _posted[index].paid += commissions;
    }

    /* ROUNDS */

    function takeSomePot(uint256 seed) external {
        _payOut(address(evaluations), abi.encodeCall(ISettlement.takePot, (_someLot(seed))));
    }

    function carrySomePot(uint256 seed) external {
        _payOut(address(evaluations), abi.encodeCall(ISettlement.carryPot, (_someLot(seed))));
    }

    function returnSome(uint256 seed, uint256 amount) external {
        amount = bound(amount, 0, asset.balanceOf(address(evaluations)));
        vm.prank(address(evaluations));
        try settlement.returnToCarry(_someLot(seed), amount) {
            moneyIn += amount;
        } catch {}
    }

    /* BONDS */

    /// @dev For a receipt of any kind, settled or not: whether it was is not for the settlement to judge.
    function compensateSome(uint256 seed, uint256 amount) external {
        Receipt memory r = _orderSome(seed, scopeOf(settlement.currentEpoch() - uint32(seed % 3)))[0];
        if (seed % 5 == 0) r.lotId = uint32(seed >> 160) | 64;
        if (seed % 7 == 0) r.recommenderId = uint32(seed >> 192);
        uint256 owed = settlement.owedFor(r);
        amount = seed % 2 == 0 ? owed : bound(amount, 0, owed);
        if (amount == 0) return;
        uint256 before = _creditsOf(r);
        asset.drip(address(platforms), amount);
        vm.prank(address(platforms));
        settlement.compensate(r, amount);
        moneyIn += amount;
        toppedUp += amount;
        credited += _creditsOf(r) - before;
        ++successes[
            r.lotId >= commodities.lotCount()
                ? 6
                : amount == owed
                    ? 4
                    : 5
        ];
        if (r.lotId >= commodities.lotCount() || r.nomineeId == 0) return;
        if (settlement.currentEpoch() >= commodities.termsOf(r.lotId).closingEpoch + 2) return;
        nominated[r.lotId][r.nomineeId] += (r.fee * amount) / owed;
    }

    /* UPKEEP AND TIME */

    function withdrawSome(uint256 seed) external {
        _payOut(stranger, abi.encodeCall(ISettlement.withdraw, (payees()[seed % 4])));
    }

    function collect(uint256 seed) external {
        if (seed % 2 == 0) _payOut(stranger, abi.encodeCall(ISettlement.collectAuditFund, ()));
        else
            _payOut(
                stranger,
                abi.encodeCall(ISettlement.collectCommune, (settlement.currentEpoch() - uint32(seed % 3)))
            );
    }

    function sweepSome(uint256 seed) external {
        if (_posted.length == 0) return;
        Posted storage posted = _posted[seed % _posted.length];
        uint256 remaining = settlement.statementOf(posted.platformId, posted.epoch).remaining;
        try settlement.sweepStatement(posted.platformId, posted.epoch) {
            posted.swept += remaining;
        } catch {}
    }

    function expireSome(uint256 seed) external {
        uint32 witness = _someLot(seed);
        try settlement.expireCarry(commodities.termsOf(witness).commodityId, witness) {} catch {}
    }

    function setSomeShares(uint256 seed) external {
        settlement.setShares(
            uint16(bound(seed, 500, 1_000)),
            uint16(bound(seed >> 16, 3_000, 7_000)),
            uint16(bound(seed >> 32, 10, 200))
        );
    }

    function pass(uint256 seed) external {
        vm.warp(block.timestamp + (seed % 40 == 0 ? 53 * EPOCH : bound(seed, 1, 6 days)));
    }

    /* BOOKS */

    function posts() external view returns (Posted[] memory) {
        return _posted;
    }

    function contracts() external view returns (ISettlement settlement_, uint256 balance) {
        return (settlement, asset.balanceOf(address(settlement)));
    }

    function obligations() external view returns (uint256 sum) {
        for (uint256 i; i < _posted.length; ++i) {
            sum += settlement.statementOf(_posted[i].platformId, _posted[i].epoch).remaining;
        }
        address[4] memory accounts = payees();
        for (uint256 i; i < 4; ++i) sum += settlement.creditOf(accounts[i]);
        for (uint32 lot; lot < commodities.lotCount(); ++lot) sum += settlement.potOf(lot);
        for (uint32 id = 1; id <= commodities.commodityCount(); ++id) {
            (uint256 carry, ) = settlement.carryOf(id);
            sum += carry;
        }
        for (uint32 epoch; epoch <= settlement.currentEpoch(); ++epoch) sum += settlement.communeAccrued(epoch);
        sum += settlement.auditFundAccrued();
    }

    function lotCount() external view returns (uint32) {
        return commodities.lotCount();
    }

    function payees() public view returns (address[4] memory) {
        return [expert, alicePayout, bobPayout, stranger];
    }

    /* INTERNAL */

    /// @dev One to four orders of any lots, at their rates; amounts from dust to a hundredth of a lane.
    function _orderSome(uint256 seed, Scope memory scope) private returns (Receipt[] memory receipts) {
        receipts = new Receipt[](1 + ((seed >> 8) % 4));
        for (uint256 i; i < receipts.length; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            uint72 sales = uint72(dice % (uint256(100) << (dice >> 64) % 58));
            receipts[i] = receipt(
                ++_orders,
                scope.epoch,
                _someLot(dice >> 72),
                sales,
                uint32((dice >> 80) % 4),
                uint32((dice >> 88) % 3)
            );
            receipts[i].platformId = scope.platformId;
            if ((dice >> 96) % 8 == 0) receipts[i].nomineeId = uint32(dice >> 128);
        }
    }

    function _choose(uint256 seed) private view returns (uint256 index, Receipt memory chosen, Scope memory scope) {
        if (_posted.length == 0) return (0, chosen, scope);
        // Mostly one of the last statements, whose leaves are still closed.
        uint256 back = seed % 4 == 0 ? (seed >> 8) % _posted.length : (seed >> 8) % 3;
        index = back < _posted.length ? _posted.length - 1 - back : 0;
        Receipt[] storage receipts = _receipts[index];
        chosen = receipts[(seed >> 32) % receipts.length];
        scope = Scope(block.chainid, address(settlement), chosen.platformId, chosen.epoch);
    }

    /// @dev Mostly one of the last two.
    function _someLot(uint256 seed) private view returns (uint32) {
        uint256 count = commodities.lotCount();
        return uint32((seed >> 8) % 4 == 0 ? seed % count : count - 1 - (seed % 2));
    }

    /// @dev What the settlement owes to all whom a compensation can pay.
    function _creditsOf(Receipt memory r) private view returns (uint256 sum) {
        if (r.lotId < commodities.lotCount()) {
            (uint256 carry, ) = settlement.carryOf(commodities.termsOf(r.lotId).commodityId);
            sum = settlement.creditOf(expert) + settlement.potOf(r.lotId) + carry;
        }
        sum += settlement.creditOf(recommenders.payoutOf(r.recommenderId));
        sum += settlement.communeAccrued(settlement.currentEpoch()) + settlement.auditFundAccrued();
    }

    function _markOpened(bytes memory leaf) private {
        if (_opened[keccak256(leaf)]) openedTwice = true;
        _opened[keccak256(leaf)] = true;
    }

    function _payOut(address caller, bytes memory data) private {
        uint256 before = asset.balanceOf(address(settlement));
        vm.prank(caller);
        (bool success, ) = address(settlement).call(data);
        if (!success) return;
        moneyOut += before - asset.balanceOf(address(settlement));
        ++successes[3];
    }
}
