// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities, Lot} from "../../contracts/commodities/ICommodities.sol";
import {Direction, Parameter} from "../../contracts/models/IQualityModels.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {CommoditiesTest} from "../support/CommoditiesTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract UnsealingTest is CommoditiesTest {
    bytes20 private constant CODE = "LOT-1";
    /// @dev Sold in one epoch, reported on for three more.
    uint32 private constant CLOSING = START + 4;

    uint32 private _lotId;
    uint48 private _from;
    uint48 private _until;

    function setUp() public override {
        super.setUp();
        _lotId = offerLot(commodityId, CODE, START, 1);
        _from = models.epochStart(CLOSING);
        _until = _from + EPOCH / 2;
        vm.warp(_from);
    }

    /* OPENED */

    function testFuzz_unseal_opensTheClaims(address caller, uint256 time) public {
        vm.assume(caller != address(0));
        vm.warp(bound(time, _from, _until - 1));
        Lot memory expected = commodities.lotOf(_lotId);
        expected.unsealed = true;
        expected.claims = two(140, 100);
        int32[] memory claims = new int32[](2);
        (claims[0], claims[1]) = (140, 100);
        vm.expectEmit(address(commodities));
        emit ICommodities.LotUnsealed(_lotId, claims, SEAL_SALT);
        vm.prank(caller);
        commodities.unseal(_lotId, sealedValues(), SEAL_SALT);
        vm.assertEq(keccak256(abi.encode(commodities.lotOf(_lotId))), keccak256(abi.encode(expected)));
        vm.assertTrue(commodities.termsOf(_lotId).unsealed);
    }

    /// @dev Open claims stay, sealed ones go into the lanes between them.
    function testFuzz_unseal_putsEveryClaimIntoItsLane(int32[4] memory values) public {
        Parameter[] memory parameters = new Parameter[](7);
        for (uint256 i; i < 7; ++i) {
            bytes12 code = bytes12(bytes1(uint8(0x41 + i)));
            uint16 weight = i == 6 ? 9_400 : 100;
            parameters[i] = Parameter(
                code,
                Direction.TwoSided,
                0,
                type(int32).min,
                type(int32).max,
                1,
                weight,
                false,
                i % 2 == 0
            );
        }
        toEpoch(START);
        revise(parameters);
        ICommodities.LotOffer memory offer = lotOffer(commodityId, "SEVEN", START, 1);
        int32[] memory sealed_ = new int32[](4);
        for (uint256 i; i < 4; ++i) sealed_[i] = values[i];
        (offer.revision, offer.openClaims) = (2, new int32[](3));
        (offer.openClaims[0], offer.openClaims[1], offer.openClaims[2]) = (-1, type(int32).min, type(int32).max);
        offer.sealedClaims = sealedClaims(commodityId, "SEVEN", sealed_);
        coverNextLot(commodityId);
        vm.prank(producer);
        uint32 lotId = commodities.offer(offer);
        vm.warp(_from);
        commodities.unseal(lotId, sealed_, SEAL_SALT);
        Values claims = commodities.lotOf(lotId).claims;
        for (uint256 i; i < 7; ++i) {
            int32 expected = i % 2 == 0 ? values[i / 2] : offer.openClaims[i / 2];
            vm.assertEq(claims.get(i), int256(expected));
        }
    }

    /* WINDOW */

    function testFuzz_unseal_refusesOutsideItsWindow(uint256 time) public {
        time = bound(time, models.epochStart(START), models.epochStart(START + 30));
        vm.assume(time < _from || time >= _until);
        vm.warp(time);
        _refuses(
            sealedValues(),
            SEAL_SALT,
            abi.encodeWithSelector(ICommodities.OutsideUnsealWindow.selector, _lotId, _from, _until)
        );
    }

    function test_unseal_windowIsTheFirstHalfOfTheClosingEpoch() public {
        bytes memory expected = abi.encodeWithSelector(
            ICommodities.OutsideUnsealWindow.selector,
            _lotId,
            _from,
            _until
        );
        vm.warp(_from - 1);
        _refuses(sealedValues(), SEAL_SALT, expected);
        vm.warp(_until);
        _refuses(sealedValues(), SEAL_SALT, expected);
        vm.warp(_until - 1);
        commodities.unseal(_lotId, sealedValues(), SEAL_SALT);
    }

    function test_unseal_refusesTwice() public {
        commodities.unseal(_lotId, sealedValues(), SEAL_SALT);
        _refuses(sealedValues(), SEAL_SALT, abi.encodeWithSelector(ICommodities.AlreadyUnsealed.selector, _lotId));
    }

    /* SEAL */

    function testFuzz_unseal_refusesOtherValues(int32[] memory values, bytes32 salt) public {
        vm.assume(values.length != 1 || values[0] != 100 || salt != SEAL_SALT);
        _refusesMismatch(values, salt);
    }

    function test_unseal_refusesOtherValuesOrAnotherSalt() public {
        _refusesMismatch(one(101), SEAL_SALT);
        _refusesMismatch(sealedValues(), keccak256("another salt"));
        _refusesMismatch(new int32[](0), SEAL_SALT);
        int32[] memory longer = new int32[](2);
        longer[0] = 100;
        _refusesMismatch(longer, SEAL_SALT);
    }

    /// @dev A seal copied from another lot cannot be opened, not even with its values and salt.
    function test_unseal_refusesACopiedSeal() public {
        toEpoch(START);
        ICommodities.LotOffer memory copy = lotOffer(commodityId, "COPY", START, 1);
        copy.sealedClaims = commodities.lotOf(_lotId).sealedClaims;
        uint32 other = listCommodity(modelId);
        coverNextLot(commodityId);
        coverNextLot(other);
        vm.startPrank(producer);
        _lotId = commodities.offer(copy);
        (copy.commodityId, copy.lotCode) = (other, CODE);
        uint32 ofOther = commodities.offer(copy);
        vm.stopPrank();
        vm.warp(_from);
        bytes32 given = sealedClaims(commodityId, "COPY", sealedValues());
        _refuses(
            sealedValues(),
            SEAL_SALT,
            abi.encodeWithSelector(ICommodities.SealMismatch.selector, copy.sealedClaims, given)
        );
        _lotId = ofOther;
        given = sealedClaims(other, CODE, sealedValues());
        _refuses(
            sealedValues(),
            SEAL_SALT,
            abi.encodeWithSelector(ICommodities.SealMismatch.selector, copy.sealedClaims, given)
        );
    }

    /* CLAIMS */

    function testFuzz_unseal_refusesAClaimOutsideTheLegalRange(int32 claim) public {
        vm.assume(claim < -1_000 || claim > 1_000);
        _offerSealed(one(claim));
        _refuses(
            one(claim),
            SEAL_SALT,
            abi.encodeWithSelector(ICommodities.ClaimOutOfLegalRange.selector, 1, claim, -1_000, 1_000)
        );
    }

    function testFuzz_unseal_acceptsEveryClaimInTheLegalRange(int32 claim) public {
        claim = int32(int256(bound(uint256(int256(claim) + 2 ** 31), 2 ** 31 - 1_000, 2 ** 31 + 1_000)) - 2 ** 31);
        _offerSealed(one(claim));
        commodities.unseal(_lotId, one(claim), SEAL_SALT);
        vm.assertEq(commodities.lotOf(_lotId).claims.get(1), int256(claim));
    }

    function testFuzz_unseal_refusesMissingOrSurplusClaims(uint256 count) public {
        count = bound(count, 0, 20);
        vm.assume(count != 1);
        int32[] memory values = new int32[](count);
        _offerSealed(values);
        _refuses(values, SEAL_SALT, abi.encodeWithSelector(ICommodities.ClaimCount.selector, count, 1));
    }

    /* HELPERS */

    function _offerSealed(int32[] memory values) private {
        toEpoch(START);
        ICommodities.LotOffer memory offer = lotOffer(commodityId, "SEALED", START, 1);
        offer.sealedClaims = sealedClaims(commodityId, "SEALED", values);
        coverNextLot(commodityId);
        vm.prank(producer);
        _lotId = commodities.offer(offer);
        vm.warp(_from);
    }

    function _refusesMismatch(int32[] memory values, bytes32 salt) private {
        bytes32 given = keccak256(
            abi.encode(
                keccak256("TrustedCommerceCommune.SealedClaims"),
                block.chainid,
                address(commodities),
                commodityId,
                CODE,
                values,
                salt
            )
        );
        bytes32 expected = commodities.lotOf(_lotId).sealedClaims;
        _refuses(values, salt, abi.encodeWithSelector(ICommodities.SealMismatch.selector, expected, given));
    }

    function _refuses(int32[] memory values, bytes32 salt, bytes memory expected) private {
        bytes32 before = fingerprint();
        vm.prank(producer);
        vm.expectRevert(expected);
        commodities.unseal(_lotId, values, salt);
        vm.assertEq(fingerprint(), before);
    }
}
